using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace PairingLab.Kernel.Network;

/// <summary>
/// The files and sockets that this process may have open at a time (RLIMIT_NOFILE). .NET does not survive that none is left: it ends
/// the process with "Out of memory.". So what comes from outside is refused while some are left for the lab itself.
/// </summary>
public static partial class Descriptors
{
    /// <summary>The least with which a lab can be hosted: all systems have 450 open, most of them assemblies.</summary>
    public const int FewestForALab = 768;

    /// <summary>Those that only the lab uses: databases, assemblies that are loaded later, the connections of its devices.</summary>
    private const int KeptFree = 192;

    private const int LimitOnLinux = 7, LimitOnMac = 8; // RLIMIT_NOFILE

    /// <summary>How many there may be.</summary>
    public static int Most { get; } = Read();

    /// <summary>
    /// Whether there is room for a socket that was accepted. A new descriptor is always the lowest number that is free (POSIX), so that a
    /// high one says how many are open, whatever they are for.
    /// </summary>
    public static bool HaveRoomFor(Socket accepted) => OperatingSystem.IsWindows()
        || accepted.SafeHandle.DangerousGetHandle() < Most - Math.Min(KeptFree, Most / 4);

    private static int Read() =>
        !OperatingSystem.IsWindows() && GetLimit(OperatingSystem.IsLinux() ? LimitOnLinux : LimitOnMac, out var limit) == 0
            ? (int)Math.Min(limit.Now, (nuint)int.MaxValue)
            : int.MaxValue;

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public nuint Now;
        public nuint Highest;
    }
}

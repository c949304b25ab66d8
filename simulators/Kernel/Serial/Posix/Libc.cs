using System.Runtime.InteropServices;

namespace PairingLab.Kernel.Serial;

/// <summary>The calls of the C library that a pseudo-terminal needs; Linux.</summary>
internal static partial class Libc
{
    public const int ReadWrite = 0x2, NotControlling = 0x100, NonBlocking = 0x800, CloseOnExec = 0x80000; // O_…
    public const int Now = 0, UnreadInput = 0, UnsentOutput = 1; // TCSANOW TCIFLUSH TCOFLUSH
    public const ulong NotExclusive = 0x540D; // TIOCNXCL
    public const short Readable = 0x1, HungUp = 0x10; // POLLIN POLLHUP
    public const int Interrupted = 4, TryAgain = 11; // E…

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    public static partial int OpenMaster(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    public static partial int Grant(int master);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    public static partial int Unlock(int master);

    [LibraryImport("libc", EntryPoint = "ptsname_r")]
    public static partial int SlaveName(int master, Span<byte> name, nint size);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int file, Span<byte> buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int file, ReadOnlySpan<byte> buffer, nint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(Span<PollFile> files, ulong count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    public static partial int EventFile(uint value, int flags);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int file, ulong request, nint argument);

    [LibraryImport("libc", EntryPoint = "tcflush", SetLastError = true)]
    public static partial int Flush(int file, int queue);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    public static partial int GetAttributes(int file, out Termios termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    public static partial int SetAttributes(int file, int when, in Termios termios);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    public static partial void MakeRaw(ref Termios termios);

    [LibraryImport("libc", EntryPoint = "cfsetspeed", SetLastError = true)]
    public static partial int SetSpeed(ref Termios termios, uint speed);

    [LibraryImport("libc", EntryPoint = "cfgetospeed")]
    public static partial uint GetSpeed(in Termios termios);
}

/// <summary><c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct PollFile(int File, short Wanted, short Came);

using System.Runtime.InteropServices;

namespace PairingLab.Drivers.Serial;

/// <summary>The calls of the C library that a terminal needs; Linux.</summary>
internal static partial class Libc
{
    public const int ReadWrite = 0x2, NotControlling = 0x100, NonBlocking = 0x800, CloseOnExec = 0x80000; // O_…
    public const int AfterDrainAndFlush = 2; // TCSAFLUSH
    public const int LockAloneNow = 2 | 4; // LOCK_EX | LOCK_NB
    public const ulong Exclusive = 0x540C, NotExclusive = 0x540D; // TIOCEXCL TIOCNXCL
    public const short Readable = 1, Writable = 4; // POLLIN POLLOUT
    public const int NoEntry = 2, Interrupted = 4, NoDevice = 6, TryAgain = 11, NotPermitted = 1, AccessDenied = 13, InUse = 16, NotATty = 25; // E…
    public const int NoSuchDevice = 19, NotAFolder = 20, IsAFolder = 21; // ENODEV ENOTDIR EISDIR

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

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    public static partial int Lock(int file, int operation);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int file, ulong request, nint argument);

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

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Statx(int folder, string path, int flags, uint mask, Span<byte> stat);
}

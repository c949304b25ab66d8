using System.Runtime.InteropServices;

namespace PairingLab.Drivers.Serial;

/// <summary>A terminal's settings as Linux has them on x64 and arm64 (glibc and musl): <c>struct termios</c>, 60 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Termios
{
    public const uint IgnoreParityErrors = 0x4, CheckParity = 0x10; // IGNPAR INPCK
    public const uint SizeMask = 0x30, TwoStopBits = 0x40, Receive = 0x80; // CSIZE CSTOPB CREAD
    public const uint ParityOn = 0x100, ParityOdd = 0x200; // PARENB PARODD
    public const uint NoModem = 0x800, FlowControl = 0x80000000; // CLOCAL CRTSCTS

    public uint Input;
    public uint Output;
    public uint Control;
    public uint Local;
    public byte Line;
    public fixed byte Characters[32];
    public uint InputSpeed;
    public uint OutputSpeed;
}

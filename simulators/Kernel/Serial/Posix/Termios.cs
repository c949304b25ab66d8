using System.Runtime.InteropServices;

namespace PairingLab.Kernel.Serial;

/// <summary>A terminal's settings as Linux has them on x64 and arm64: <c>struct termios</c>, 60 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Termios
{
    public const uint ParityOn = 0x100, ParityOdd = 0x200; // PARENB PARODD

    public uint Input;
    public uint Output;
    public uint Control;
    public uint Local;
    public byte Line;
    public fixed byte Characters[32];
    public uint InputSpeed;
    public uint OutputSpeed;
}

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

/// <summary>The codes that Linux has for baud rates (asm-generic/termbits.h).</summary>
internal static class BaudCodes
{
    private static readonly (int Rate, uint Code)[] Codes =
    [
        (300, 0x7), (600, 0x8), (1200, 0x9), (1800, 0xA), (2400, 0xB), (4800, 0xC), (9600, 0xD), (19200, 0xE),
        (38400, 0xF), (57600, 0x1001), (115200, 0x1002), (230400, 0x1003), (460800, 0x1004), (921600, 0x1007),
    ];

    public static uint Of(int rate) => Array.Find(Codes, c => c.Rate == rate) is { Rate: > 0 } known
        ? known.Code
        : throw new ArgumentOutOfRangeException(
            nameof(rate), rate, $"There is no such baud rate; there are: {string.Join(' ', SerialSettings.Bauds)}");

    public static int Rate(uint code) => Array.Find(Codes, c => c.Code == code).Rate;
}

namespace PairingLab.Kernel.Serial;

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
        : throw new ArgumentOutOfRangeException(nameof(rate), rate, $"There is no such baud rate; there are: {string.Join(" ", Codes.Select(c => c.Rate))}");

    public static int Rate(uint code) => Array.Find(Codes, c => c.Code == code).Rate;
}

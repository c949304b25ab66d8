namespace PairingLab.Drivers.Serial;

/// <summary>The codes that Linux has for baud rates (asm-generic/termbits.h).</summary>
internal static class BaudCodes
{
    private static readonly (int Rate, uint Code)[] Codes =
    [
        (300, 0x7), (600, 0x8), (1200, 0x9), (1800, 0xA), (2400, 0xB), (4800, 0xC), (9600, 0xD), (19200, 0xE),
        (38400, 0xF), (57600, 0x1001), (115200, 0x1002), (230400, 0x1003), (460800, 0x1004), (921600, 0x1007),
    ];

    /// <summary>All rates, for a message.</summary>
    public static string All => string.Join(" ", Codes.Select(c => c.Rate));

    /// <summary>The code of a rate; null when it has none.</summary>
    public static uint? Of(int baud) => Array.Find(Codes, c => c.Rate == baud) is { Rate: > 0 } known ? known.Code : null;

    /// <summary>The rate of a code, 0 when unknown.</summary>
    public static int Rate(uint code) => Array.Find(Codes, c => c.Code == code).Rate;
}

namespace PairingLab.Drivers.Serial;

/// <summary>The codes that Linux has for baud rates (asm-generic/termbits.h).</summary>
internal static class BaudCodes
{
    private static readonly Dictionary<int, uint> Codes = new()
    {
        [300] = 0x7, [600] = 0x8, [1200] = 0x9, [1800] = 0xA, [2400] = 0xB, [4800] = 0xC, [9600] = 0xD,
        [19200] = 0xE, [38400] = 0xF, [57600] = 0x1001, [115200] = 0x1002, [230400] = 0x1003,
        [460800] = 0x1004, [921600] = 0x1007,
    };

    /// <summary>All rates, for a message.</summary>
    public static string All => string.Join(" ", Codes.Keys);

    /// <summary>The code of a rate; null when it has none.</summary>
    public static uint? Of(int baud) => Codes.TryGetValue(baud, out var code) ? code : null;

    /// <summary>The rate of a code, 0 when unknown.</summary>
    public static int Rate(uint code) => Codes.FirstOrDefault(c => c.Value == code).Key;
}

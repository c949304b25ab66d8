using System.Text;

namespace PairingLab.Drivers.Serial;

/// <summary>Bytes as text that can be printed: damaged ones may be anything, and reports are text.</summary>
internal static class Printed
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        foreach (var b in bytes)
        {
            _ = b is >= 0x20 and < 0x7F ? text.Append((char)b) : text.Append($"\\x{b:X2}");
        }

        return text.ToString();
    }
}

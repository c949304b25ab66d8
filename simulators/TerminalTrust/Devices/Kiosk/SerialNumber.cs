using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>The serial numbers of the lab's terminals.</summary>
public static class SerialNumber
{
    private const string Prefix = "kiosk-";

    /// <summary>
    /// The serial number of a terminal, made from its id on the bench: kiosk-3 is BT100003; another id gives BT2 and five digits.
    /// </summary>
    public static string Of(string device)
    {
        var digits = device.StartsWith(Prefix, StringComparison.Ordinal) ? device[Prefix.Length..] : "";
        var number = digits.Length <= 5 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? 100_000 + count
            : 200_000 + (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(device))) % 100_000);
        return string.Create(CultureInfo.InvariantCulture, $"BT{number}");
    }
}

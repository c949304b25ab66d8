using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>The serial numbers of the lab's terminals.</summary>
public static class TypePlate
{
    private const string Usual = "kiosk-";

    /// <summary>The serial number of a terminal by its id on the bench: kiosk-3 is BT100003; another id gives BT2 and five digits.</summary>
    public static string SerialOf(string device)
    {
        var isUsual = device.StartsWith(Usual, StringComparison.Ordinal)
            && int.TryParse(device.AsSpan(Usual.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _) && device.Length - Usual.Length <= 5;
        var number = isUsual
            ? 100_000 + int.Parse(device.AsSpan(Usual.Length), NumberStyles.None, CultureInfo.InvariantCulture)
            : 200_000 + (int)(BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(device))) % 100_000);
        return string.Create(CultureInfo.InvariantCulture, $"BT{number}");
    }
}

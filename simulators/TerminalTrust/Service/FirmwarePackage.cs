using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Service;

/// <summary>
/// A firmware package of 32 KB: it begins with a line that names the version and ends with a SHA-256 of all before. Lab's choice.
/// </summary>
public static class FirmwarePackage
{
    /// <summary>The length of a package, in bytes.</summary>
    public const int Length = 32 * 1024;

    private const string Title = "PairingLab terminal firmware ";

    /// <summary>The package of a version.</summary>
    public static byte[] Of(string version)
    {
        var package = new byte[Length];
        new Random(int.Parse(version, CultureInfo.InvariantCulture)).NextBytes(package);
        Encoding.ASCII.GetBytes($"{Title}{version}\n", package);
        SHA256.HashData(package.AsSpan(..^SHA256.HashSizeInBytes), package.AsSpan(^SHA256.HashSizeInBytes..));
        return package;
    }

    /// <summary>The version in a package; null when the package is damaged.</summary>
    public static string? VersionIn(ReadOnlySpan<byte> package)
    {
        if (package.Length != Length
            || !SHA256.HashData(package[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(package[^SHA256.HashSizeInBytes..]))
        {
            return null;
        }

        var line = Encoding.ASCII.GetString(package[..(Title.Length + 8)]);
        return line.StartsWith(Title, StringComparison.Ordinal) && Firmware.IsVersion(line[Title.Length..]) ? line[Title.Length..] : null;
    }
}

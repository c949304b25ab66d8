using System.Security.Cryptography;
using System.Text;

namespace PairingLab.AccessControl.Services;

/// <summary>The only two forms in which a card number is kept: masked, and as a keyed hash.</summary>
/// <param name="secret">The key; devices have the same.</param>
public sealed class PanVault(byte[] secret)
{
    /// <summary>HMAC-SHA-256 over the digits in ASCII, lower-case hex (seed: "HMAC with sha256 algorithm and secret").</summary>
    public string Hash(string pan) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(pan)));

    /// <summary>First six and last four digits (seed: 543210******1234).</summary>
    public static string Mask(string pan) => $"{pan[..6]}{new string('*', pan.Length - 10)}{pan[^4..]}";

    /// <summary>Whether it is the number of a card: 12 to 19 digits.</summary>
    public static bool IsPan(string? pan) => pan is { Length: >= 12 and <= 19 } && pan.All(char.IsAsciiDigit);
}

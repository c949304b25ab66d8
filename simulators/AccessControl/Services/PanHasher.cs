using System.Security.Cryptography;
using System.Text;

namespace PairingLab.AccessControl.Services;

/// <summary>Hashes and masks card numbers: no other form of a card number is ever stored.</summary>
/// <param name="secret">The key, which the devices share.</param>
public sealed class PanHasher(byte[] secret)
{
    /// <summary>HMAC-SHA-256 over the digits in ASCII, lower-case hex.</summary>
    public string Hash(string pan) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(pan)));

    /// <summary>First six and last four digits: 543210******1234.</summary>
    public static string Mask(string pan) => $"{pan[..6]}{new string('*', pan.Length - 10)}{pan[^4..]}";

    /// <summary>Whether the text is a card number: 12 to 19 digits.</summary>
    public static bool IsPan(string? pan) => pan is { Length: >= 12 and <= 19 } && pan.All(char.IsAsciiDigit);
}

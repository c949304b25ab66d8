using System.Security.Cryptography;
using System.Text;

namespace PairingLab.Commander.Service;

/// <summary>
/// How each side of a pairing proves that it knows the six characters: HMAC-SHA-256, keyed with them, over what it sends
/// and the fingerprint of the Commander's TLS certificate (docs/protocols/commander.md).
/// </summary>
public static class PairingProof
{
    /// <summary>The proof for a message under a TLS certificate.</summary>
    /// <param name="otp">Six characters of the pairing alphabet.</param>
    /// <param name="message">The PKCS#10 request, or the certificate that answers it; DER.</param>
    /// <param name="fingerprint">SHA-256 of the Commander's TLS certificate.</param>
    public static byte[] Of(string otp, ReadOnlySpan<byte> message, ReadOnlySpan<byte> fingerprint) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(otp), (byte[])[.. message, .. fingerprint]);

    /// <summary>Whether a proof is right; takes the same time whatever is wrong with it.</summary>
    public static bool IsRight(string otp, ReadOnlySpan<byte> message, ReadOnlySpan<byte> fingerprint, ReadOnlySpan<byte> proof) =>
        CryptographicOperations.FixedTimeEquals(Of(otp, message, fingerprint), proof);
}

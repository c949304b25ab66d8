using System.Security.Cryptography;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Math;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace PairingLab.Commander.Service;

/// <summary>
/// One side of SPAKE2-P256-SHA256-HKDF-HMAC (RFC 9382): two parties who know the same password agree on a key, and nobody else can
/// test a password against what they said. Names are those of the RFC.
/// </summary>
public sealed class Spake2
{
    /// <summary>Length of a share: an uncompressed point.</summary>
    public const int ShareLength = 65;

    private const int NumberLength = 32;
    private const int HalfHash = SHA256.HashSizeInBytes / 2;

    private static readonly X9ECParameters Group = CustomNamedCurves.GetByName("secp256r1");

    // RFC 9382, section 4.
    private static readonly ECPoint M = PointOf("02886e2f97ace46e55ba9dd7242579f2993b64e16ef3dcab95afd497333d8fa12f");
    private static readonly ECPoint N = PointOf("03d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49");

    private readonly bool isA;
    private readonly BigInteger w;
    private readonly BigInteger secret;
    private readonly byte[] share;

    private Spake2(bool isA, BigInteger w, BigInteger secret)
    {
        (this.isA, this.w, this.secret) = (isA, w, secret);
        share = Group.G.Multiply(secret).Add((isA ? M : N).Multiply(w)).GetEncoded(compressed: false);
    }

    /// <summary>What this side sends first: pA or pB.</summary>
    public ReadOnlySpan<byte> Share => share;

    /// <summary>A side with a random secret of its own.</summary>
    /// <param name="isA">Whether it speaks first.</param>
    /// <param name="stretched">The password after the memory-hard function; at least 64 bits longer than the group's order.</param>
    public static Spake2 Begin(bool isA, ReadOnlySpan<byte> stretched) => Begin(isA, stretched, RandomNumberGenerator.GetBytes(40));

    /// <summary>A side whose secret is given, as in the RFC's test vectors. Both numbers are taken modulo the group's order.</summary>
    public static Spake2 Begin(bool isA, ReadOnlySpan<byte> stretched, ReadOnlySpan<byte> secret) =>
        new(isA, new BigInteger(1, stretched).Mod(Group.N), new BigInteger(1, secret).Mod(Group.N));

    /// <summary>The confirmations that both sides must send, from the other side's share.</summary>
    /// <param name="a">A's identity.</param>
    /// <param name="b">B's identity.</param>
    /// <param name="theirs">The other side's share.</param>
    /// <param name="aad">What both sides vouch for besides (the RFC's AAD).</param>
    /// <exception cref="CryptographicException">The share is no point of the group, or one that no honest side sends.</exception>
    public Spake2Confirmations Finish(
        ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> theirs, ReadOnlySpan<byte> aad)
    {
        var shared = PointOf(theirs).Subtract((isA ? N : M).Multiply(w)).Multiply(secret).Normalize();
        if (shared.IsInfinity)
        {
            throw new CryptographicException("the share leads to no key");
        }

        byte[] transcript =
        [
            .. Counted(a), .. Counted(b), .. Counted(isA ? share : theirs), .. Counted(isA ? theirs : share),
            .. Counted(shared.GetEncoded(compressed: false)), .. Counted(AsBytes(w)),
        ];
        var keys = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, SHA256.HashData(transcript)[HalfHash..], SHA256.HashSizeInBytes, [],
            [.. "ConfirmationKeys"u8, .. aad]);
        return new(HMACSHA256.HashData(keys[..HalfHash], transcript), HMACSHA256.HashData(keys[HalfHash..], transcript));
    }

    private static ECPoint PointOf(string hex) => Group.Curve.DecodePoint(Convert.FromHexString(hex));

    private static ECPoint PointOf(ReadOnlySpan<byte> share)
    {
        const byte uncompressed = 4;
        if (share.Length != ShareLength || share[0] != uncompressed)
        {
            throw new CryptographicException("a share is a point of P-256, not compressed");
        }

        try
        {
            return Group.Curve.DecodePoint(share.ToArray());
        }
        catch (ArgumentException e)
        {
            throw new CryptographicException("the share is no point of P-256", e);
        }
    }

    private static byte[] AsBytes(BigInteger number)
    {
        var bytes = number.ToByteArrayUnsigned();
        return [.. new byte[NumberLength - bytes.Length], .. bytes];
    }

    /// <summary>The RFC writes lengths as eight bytes, the least significant first.</summary>
    private static byte[] Counted(ReadOnlySpan<byte> part) => [.. BitConverter.GetBytes((long)part.Length), .. part];
}

/// <summary>What proves to the other side that a side knows the password.</summary>
/// <param name="OfA">cA.</param>
/// <param name="OfB">cB.</param>
public sealed record Spake2Confirmations(byte[] OfA, byte[] OfB);

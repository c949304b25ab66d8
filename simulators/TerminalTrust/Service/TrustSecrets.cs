using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PairingLab.TerminalTrust.Service;

/// <summary>Where a server's secrets come from.</summary>
/// <param name="seed">A scenario's seed, so that a run can be repeated; null for the cryptographic source.</param>
public sealed class TrustSecrets(int? seed)
{
    private int count;

    /// <summary>A new secret of that many bytes, at most 32.</summary>
    public byte[] Next(int length)
    {
        if (seed is not { } from)
        {
            return RandomNumberGenerator.GetBytes(length);
        }

        Span<byte> place = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(place, from);
        BinaryPrimitives.WriteInt32BigEndian(place[4..], Interlocked.Increment(ref count));
        return SHA256.HashData(place)[..length];
    }
}

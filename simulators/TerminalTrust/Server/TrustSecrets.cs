using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PairingLab.TerminalTrust.Server;

/// <summary>Where a server's secrets come from.</summary>
/// <param name="seed">A scenario's seed, so that a run can be repeated; null for the cryptographic source.</param>
public sealed class TrustSecrets(int? seed)
{
    private int count;

    /// <summary>So many bytes, at most 32, that were not given before.</summary>
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

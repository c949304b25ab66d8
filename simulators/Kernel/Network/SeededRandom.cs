using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PairingLab.Kernel.Network;

/// <summary>
/// Randomness for one thing alone, out of the seed of a run: what happens on one cable does not change what happens on another.
/// </summary>
public static class SeededRandom
{
    /// <summary>The sequence of that seed and that name; the same in every run and on every machine.</summary>
    public static Random Of(int seed, string name) =>
        new(seed ^ BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))));
}

namespace PairingLab.Kernel.Serial;

/// <summary>Noise: up to eight random bytes somewhere in each sentence.</summary>
public sealed class Garbage(Random random) : ISerialFault
{
    private const int Most = 8;

    /// <inheritdoc />
    public void Happen(List<byte> sentence)
    {
        Span<byte> noise = stackalloc byte[random.Next(1, Most + 1)];
        random.NextBytes(noise);
        sentence.InsertRange(random.Next(sentence.Count + 1), noise);
    }
}

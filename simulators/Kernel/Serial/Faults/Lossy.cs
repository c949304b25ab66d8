namespace PairingLab.Kernel.Serial;

/// <summary>Every byte is lost with a probability.</summary>
/// <param name="probability">0 to 1, of each byte.</param>
/// <param name="random">The run's seeded source.</param>
public sealed class Lossy(double probability, Random random) : ISerialFault
{
    /// <inheritdoc />
    public void Happen(List<byte> sentence) => sentence.RemoveAll(_ => random.NextDouble() < probability);
}

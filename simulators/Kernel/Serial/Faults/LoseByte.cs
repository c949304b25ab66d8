namespace PairingLab.Kernel.Serial;

/// <summary>One byte of each sentence is lost, or of the next few only.</summary>
/// <param name="position">Counted from 0, the <c>$</c>; a sentence that is shorter keeps all its bytes.</param>
/// <param name="sentences">In how many sentences; null for all.</param>
public sealed class LoseByte(int position, int? sentences = null) : ISerialFault
{
    private int? _left = sentences;

    /// <inheritdoc />
    public void Happen(List<byte> sentence)
    {
        if (position < 0 || position >= sentence.Count || _left == 0)
        {
            return;
        }

        sentence.RemoveAt(position);
        _left--;
    }
}

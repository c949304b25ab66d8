namespace PairingLab.Drivers.Serial;

/// <summary>What a <see cref="DisplayLinkReader"/> has met since it was made.</summary>
/// <param name="Bytes">All bytes.</param>
/// <param name="Good">Sound sentences.</param>
/// <param name="BadChecksum">Sentences whose checksum does not fit.</param>
/// <param name="Overlong">Sentences of more than 82 characters.</param>
/// <param name="Malformed">Sentences cut short or of another form.</param>
/// <param name="Gaps">Jumps in the sequence numbers of sound sentences.</param>
public readonly record struct DisplayLinkCounts(
    long Bytes, long Good, long BadChecksum, long Overlong, long Malformed, long Gaps)
{
    /// <summary>All sentences that were dropped.</summary>
    public long Damaged => BadChecksum + Overlong + Malformed;
}

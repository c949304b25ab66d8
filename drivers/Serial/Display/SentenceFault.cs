namespace PairingLab.Drivers.Serial;

/// <summary>What is wrong with a sentence that was dropped.</summary>
public enum SentenceFault
{
    /// <summary>The checksum does not fit the characters.</summary>
    Checksum,

    /// <summary>More than 82 characters without an end.</summary>
    Overlong,

    /// <summary>Cut short by the next <c>$</c>, without a checksum, or not of the form <c>PLDSP,dddd,HH,HH</c>.</summary>
    Malformed,
}

namespace PairingLab.Drivers.Serial;

/// <summary>How a display and its line are doing; holds no secret.</summary>
/// <param name="LineUp">False while the line is gone and is being opened again.</param>
/// <param name="LineTrouble">Why the line is gone, or was the last time; null when it never was.</param>
/// <param name="TimesLost">How often the line was lost.</param>
/// <param name="Counts">What came over it.</param>
/// <param name="Progress">Which pairs of the one-time password have been seen.</param>
/// <param name="Obstacle">What stands in the way of reading it (an unknown pattern with its segments, …), or null.</param>
public sealed record DisplayDiagnosis(
    bool LineUp, string? LineTrouble, int TimesLost, DisplayLinkCounts Counts, OtpProgress Progress, string? Obstacle)
{
    /// <summary>One line for a report.</summary>
    public override string ToString() =>
        $"{Counts.Good} sentences read, {Counts.BadChecksum} failed the checksum, {Counts.Malformed} malformed, {Counts.Overlong} too long, "
        + $"{Counts.Gaps} gaps in the sequence, {Counts.Bytes} bytes in all, line lost {TimesLost} times";
}

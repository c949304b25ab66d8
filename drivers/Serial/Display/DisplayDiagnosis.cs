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
        $"{Counts.Good} sentences read, {Counts.BadChecksum} failed the checksum, {Counts.Malformed} malformed, "
        + $"{Counts.Overlong} too long, {Counts.Gaps} gaps in the sequence, {Counts.Stray} bytes outside sentences, "
        + $"{Counts.Bytes} bytes in all, line lost {TimesLost} times";
}

/// <summary>Says why a display could not be read, the nearest cause first.</summary>
internal static class DisplayExplanation
{
    // A display sends 5 sentences of 21 bytes a second.
    private const double BytesPerSecond = 105;

    /// <summary>
    /// Whether the line is at fault and not what is shown: it is gone, or silent, or nothing sound comes over it.
    /// </summary>
    public static bool IsLineFault(DisplayDiagnosis now, DisplayLinkCounts before, bool quiet) =>
        !now.LineUp || quiet || now.Counts.Good == before.Good;

    public static string Of(
        DisplayDiagnosis now, DisplayLinkCounts before, bool quiet, SerialSettings settings, TimeSpan passed, string said)
    {
        var good = now.Counts.Good - before.Good;
        var damaged = now.Counts.Damaged - before.Damaged;
        var bytes = now.Counts.Bytes - before.Bytes;
        return now switch
        {
            { LineUp: false } => $"the line is lost ({now.LineTrouble})",
            _ when bytes == 0 => "no sentence came at all, though a display sends one every 200 ms; is it powered, and its cable in?",
            _ when good == 0 =>
                $"{bytes} bytes came and no sound sentence among them, {Damage(now.Counts, before)}{said}; "
                + $"is {settings} how the display is set?{Guess(bytes, settings, passed)}",
            _ when quiet => "the heartbeat is missing: for 2 s and more no sentence came; is the display still powered, and its cable in?",
            { Obstacle: { } obstacle } => obstacle,
            _ => Seen(now.Progress) + (damaged > 0 ? $"; {Damage(now.Counts, before)}" : ""),
        };
    }

    // Read at another rate than it is sent, a byte becomes more or fewer bytes in proportion.
    public static string Guess(long bytes, SerialSettings settings, TimeSpan passed)
    {
        var rate = bytes / Math.Max(1, passed.TotalSeconds);
        var fits = SerialSettings.Bauds.MinBy(b => Math.Abs(Math.Log(b / (settings.Baud * BytesPerSecond / Math.Max(1, rate)))));
        return fits == settings.Baud ? "" : $" {rate:0} bytes a second would fit {fits} baud";
    }

    private static string Damage(DisplayLinkCounts now, DisplayLinkCounts before)
    {
        var malformed = now.Malformed + now.Overlong - before.Malformed - before.Overlong;
        return $"{now.BadChecksum - before.BadChecksum} sentences failed the checksum, {malformed} were malformed";
    }

    private static string Seen(OtpProgress progress) => progress switch
    {
        OtpProgress.First => "only pair one, the one with the point, was seen",
        OtpProgress.Second => "only pairs without the point were seen, so which is the first cannot be told",
        OtpProgress.Both =>
            "both pairs were seen, but not five turns of them without something else between; does the code change, or did time run out?",
        _ => "the display was dark, or never the same in two sentences in a row",
    };
}

/// <summary>A display could not be read; the message says what was seen of it instead.</summary>
public sealed class DisplayUnreadableException(string message, DisplayDiagnosis diagnosis, bool isLineFault = false) : Exception(message)
{
    /// <summary>Whether the line is at fault, and nothing is said of the product.</summary>
    public bool IsLineFault { get; } = isLineFault;

    /// <summary>The counts behind the message.</summary>
    public DisplayDiagnosis Diagnosis { get; } = diagnosis;
}

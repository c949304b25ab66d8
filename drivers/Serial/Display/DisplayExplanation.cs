namespace PairingLab.Drivers.Serial;

/// <summary>Says why a display could not be read, the nearest cause first.</summary>
internal static class DisplayExplanation
{
    public static string Of(DisplayDiagnosis now, DisplayLinkCounts before, bool quiet, SerialSettings settings)
    {
        var good = now.Counts.Good - before.Good;
        var damaged = now.Counts.Damaged - before.Damaged;
        var bytes = now.Counts.Bytes - before.Bytes;
        return now switch
        {
            { LineUp: false } => $"the line is lost ({now.LineTrouble})",
            _ when bytes == 0 => "no sentence came at all, though a display sends one every 200 ms; is it powered, and its cable in?",
            _ when good == 0 => $"{bytes} bytes came and no sound sentence among them, {Damage(now.Counts, before)}; is {settings} how the display is set?",
            _ when quiet => "the heartbeat is missing: for 2 s and more no sentence came; is the display still powered, and its cable in?",
            { Obstacle: { } obstacle } => obstacle,
            _ => Seen(now.Progress) + (damaged > 0 ? $"; {Damage(now.Counts, before)}" : ""),
        };
    }

    private static string Damage(DisplayLinkCounts now, DisplayLinkCounts before) =>
        $"{now.BadChecksum - before.BadChecksum} sentences failed the checksum, {now.Malformed + now.Overlong - before.Malformed - before.Overlong} were malformed";

    private static string Seen(OtpProgress progress) => progress switch
    {
        OtpProgress.First => "only pair one, the one with the point, was seen",
        OtpProgress.Second => "only pairs without the point were seen, so which is the first cannot be told",
        OtpProgress.Both => "both pairs were seen, but not five turns of them without something else between; does the code change, or did time run out?",
        _ => "the display was dark, or never the same in two sentences in a row",
    };
}

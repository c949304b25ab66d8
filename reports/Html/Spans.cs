using System.Globalization;

namespace PairingLab.Reports.Html;

/// <summary>Spans of time as people read them.</summary>
internal static class Spans
{
    private const int MillisecondsInASecond = 1000;

    /// <summary>Lab time since the scenario began: +0s, +1m 59s, +365d 2h.</summary>
    public static string Offset(DateTimeOffset? time, DateTimeOffset? start) =>
        time is { } t && start is { } s ? $"{(t < s ? "−" : "+")}{Of((t - s).Duration())}" : "";

    /// <summary>A span in its two largest units.</summary>
    public static string Of(TimeSpan span)
    {
        if (span > TimeSpan.Zero && span < TimeSpan.FromSeconds(1))
        {
            return Wall(span.TotalMilliseconds);
        }

        var parts = new (int Value, string Unit)[]
        {
            ((int)span.TotalDays, "d"), (span.Hours, "h"), (span.Minutes, "m"), (span.Seconds, "s"),
        };
        var shown = parts.SkipWhile(p => p.Value == 0).Take(2).Where(p => p.Value > 0).Select(p => $"{p.Value}{p.Unit}");
        var text = string.Join(' ', shown);
        return text.Length == 0 ? "0s" : text;
    }

    /// <summary>Wall time, given in milliseconds.</summary>
    public static string Wall(double milliseconds) => milliseconds switch
    {
        < 1 => "<1 ms",
        < MillisecondsInASecond => $"{milliseconds.ToString("0", CultureInfo.InvariantCulture)} ms",
        _ => $"{(milliseconds / MillisecondsInASecond).ToString("0.0", CultureInfo.InvariantCulture)} s",
    };

    /// <summary>A moment of wall time, in the zone in which it was taken down.</summary>
    public static string Moment(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}

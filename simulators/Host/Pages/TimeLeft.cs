using System.Globalization;

namespace PairingLab.Host.Pages;

/// <summary>How much time is left, as a person reads it; lab.js counts on from there where the clock goes by itself.</summary>
public static class TimeLeft
{
    /// <summary>"0:42", "2:05:00" or "13 days".</summary>
    public static string Of(TimeSpan left) => left switch
    {
        { Ticks: <= 0 } => "0:00",
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalDays} days"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours}:{left:mm\\:ss}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalMinutes}:{left:ss}"),
    };
}

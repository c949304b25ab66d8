using System.Globalization;
using Microsoft.AspNetCore.Http;
using PairingLab.Host.Site;

namespace PairingLab.Host.Pages;

/// <summary>What a person does to the clock on the bench page.</summary>
internal static class ClockWork
{
    /// <summary>Ten years: a longer step is a typing error.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(3653);

    /// <summary>Advances the clock, or stops it on its way. What is wrong, null when nothing is.</summary>
    public static async Task<string?> DoAsync(LabSite site, IFormCollection form)
    {
        if (!site.Clock.CanAdvance)
        {
            return "The clock is real, it can't be advanced; start the lab with --clock stepped.";
        }

        if (form["stop"].Count > 0)
        {
            site.Travel.Stop();
            return null;
        }

        var text = form["button"].ToString() is { Length: > 0 } step ? step : form["advance"].ToString();
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero && span <= LongestStep
            ? await site.Travel.GoAsync(span)
            : $"“{text}” is not a span of time; write it like 00:01:30 or 365.00:00:00.";
    }
}

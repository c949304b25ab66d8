using System.Diagnostics;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;

namespace PairingLab.Benchmarks.Admin;

/// <summary>From a tap at a paired terminal to its row on the Operations page that somebody has open in a real browser.</summary>
internal static class TapToRow
{
    private const int Taps = 21;

    /// <summary>Median and the longest one, in milliseconds.</summary>
    public static async Task<(double Median, double Longest)> MeasureAsync(AdminSite site)
    {
        using var device = await BenchDevice.PairAsync(site);
        await using var browser = new LabBrowser(await new BrowserFinder(BrowserMachine.This).FindAsync());
        await using var session = browser.Session();
        var page = await session.OpenAsync("admin", new(site.Address, "/admin/sign-in"));
        var (name, value) = (site.Session.Name, site.Session.Value);
        await page.Context.AddCookiesAsync([new() { Name = name, Value = value, Url = site.Address.AbsoluteUri }]);
        await page.GotoAsync(new Uri(site.Address, "/admin/operations").AbsoluteUri);
        var times = new List<double>();
        for (var i = 0; i < Taps; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var id = await device.TapAsync();
            await page.WaitForFunctionAsync("id => document.getElementById(id)", $"o-{id}");
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        // The first one finds a page and a rule book that nobody has used yet.
        times.RemoveAt(0);
        times.Sort();
        return (times[times.Count / 2], times[^1]);
    }
}

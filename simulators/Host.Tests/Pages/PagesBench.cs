using System.Net.Http.Json;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Pages;

/// <summary>A small stepped site for the tests of its pages.</summary>
public sealed class PagesBench : IAsyncDisposable
{
    private readonly LabSite site;

    private PagesBench(LabSite site)
    {
        this.site = site;
        Http = new() { BaseAddress = new(site.Address) };
    }

    /// <summary>Plain requests to the site.</summary>
    public HttpClient Http { get; }

    /// <summary>The site.</summary>
    public LabSite Site => site;

    /// <summary>A site of the given devices; of a Commander, a Configuration Client and two workstations when none are given.</summary>
    public static async Task<PagesBench> StartAsync(
        string? token = null, Uri? desk = null, IReadOnlyList<DeviceSpec>? devices = null) =>
        new(await LabSite.StartAsync(new()
        {
            Stepped = true,
            Seed = 7,
            Token = token,
            Desk = desk,
            Devices = devices ??
            [
                new("commander-1", "commander-display"),
                new("config-1", "configuration-client"),
                new("pos-1", "pos-workstation"),
                new("pos-2", "pos-workstation", "C18"),
            ],
        }));

    /// <summary>The address of a page.</summary>
    public Uri Page(string path) => new($"{site.Address}{path}");

    /// <summary>A device's page, open in a browser.</summary>
    public async Task<BrowserPanel> OpenAsync(BrowserSession session, string device) =>
        new(
            device,
            await session.OpenAsync(device, Page($"/devices/{device}")),
            new RealTime(TimeProvider.System),
            NoEvidenceSink.Instance);

    /// <summary>What the wire says that a device shows.</summary>
    public async Task<PanelReading> JsonAsync(string device) =>
        (await Http.GetFromJsonAsync<PanelReading>($"/lab/devices/{device}/panel"))!;

    /// <summary>Waits until a live part of the page says something.</summary>
    public async Task UntilAsync(string part, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        var seen = "";
        while (!seen.Contains(text, StringComparison.Ordinal))
        {
            limit.IsCancellationRequested.ShouldBeFalse($"{part} never said '{text}', but: {seen}");
            seen = System.Net.WebUtility.HtmlDecode(await Http.GetStringAsync(part));
        }
    }

    /// <summary>Lets lab time pass.</summary>
    public Task AdvanceAsync(double seconds) => site.Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await site.DisposeAsync();
    }
}

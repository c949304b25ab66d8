using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PairingLab.AccessControl.Devices;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;

namespace PairingLab.Benchmarks.Admin;

/// <summary>A paired terminal at a lounge where everybody is let in.</summary>
internal sealed class BenchDevice : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly DeviceCredentials credentials = DeviceCredentials.Create();
    private readonly AdminSite site;
    private readonly string serial;
    private long card;

    /// <summary>A database that was kept knows the terminal and the cards of the run before: these are new ones.</summary>
    private BenchDevice(AdminSite site)
    {
        this.site = site;
        card = site.Clock.GetUtcNow().ToUnixTimeSeconds() % 100_000_000 * 1000;
        serial = string.Create(CultureInfo.InvariantCulture, $"SN-{card}");
    }

    public static async Task<BenchDevice> PairAsync(AdminSite site)
    {
        var device = new BenchDevice(site);
        var now = site.Clock.GetUtcNow();
        await site.Macs.Locations.SaveAsync(new() { Id = "tap", Name = "Tap", Country = "POL", Service = "Lounge" });
        var everybody = new Ruleset(0, "Everybody", now.AddDays(-1), now.AddDays(1)) { Cardholder = new(new(4), null) };
        await site.Macs.RuleCommands.SaveAsync(everybody, "benchmark");
        await site.Macs.Locations.AddTerminalAsync(device.serial, "tap");
        await site.Macs.Pairing.PairAsync(device.serial, (await site.Macs.Pairing.GetCodeAsync(device.serial))!.Code,
            device.credentials.PublicKey);
        return device;
    }

    /// <summary>A new card is tapped; the id of its operation.</summary>
    public async Task<string> TapAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/pos/check_entry"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credentials.Token(serial, site.Clock.GetUtcNow()));
        request.Content = JsonContent.Create(new
        {
            pan = string.Create(CultureInfo.InvariantCulture, $"54321{++card:D11}"),
            expiryDate = "05/33",
            entryMode = "CONTACTLESS",
        });
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessId").GetString()!;
    }

    public void Dispose()
    {
        http.Dispose();
        credentials.Dispose();
    }
}

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
    private const string Serial = "SN-TAP";

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly DeviceCredentials credentials = DeviceCredentials.Create();
    private readonly AdminSite site;
    private int cards;

    private BenchDevice(AdminSite site) => this.site = site;

    public static async Task<BenchDevice> PairAsync(AdminSite site)
    {
        var device = new BenchDevice(site);
        var now = site.Clock.GetUtcNow();
        await site.Macs.Places.SaveAsync(new() { Id = "tap", Name = "Tap", Country = "POL", Service = "Lounge" });
        await site.Macs.Rules.SaveAsync(new Ruleset(0, "Everybody", now.AddDays(-1), now.AddDays(1)) { Cardholder = new(new(4), null) }, "benchmark");
        await site.Macs.Places.AddTerminalAsync(Serial, "tap");
        await site.Macs.Pairing.PairAsync(Serial, (await site.Macs.Pairing.GetCodeAsync(Serial))!.Code, device.credentials.PublicKey);
        return device;
    }

    /// <summary>A new card is tapped; the id of its operation.</summary>
    public async Task<string> TapAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/pos/check_entry"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credentials.Token(Serial, site.Clock.GetUtcNow()));
        request.Content = JsonContent.Create(new { pan = string.Create(CultureInfo.InvariantCulture, $"54321{++cards:D11}"), expiryDate = "05/33", entryMode = "CONTACTLESS" });
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

using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using PairingLab.Host.Site;
using PairingLab.Host.Sites;

namespace PairingLab.Host.Tests.Site;

/// <summary>Isolated sites for other people's tests: each with its own clock, seed, devices and addresses.</summary>
public sealed class SitesTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient http = new();
    private LabSite lab = null!;

    public async ValueTask InitializeAsync()
    {
        lab = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample with { PlaysThirdParties = true });
        http.BaseAddress = new(lab.Address);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await lab.DisposeAsync();
    }

    [Fact]
    public async Task A_site_has_its_own_clock_seed_devices_and_addresses()
    {
        var (one, other) = (await MakeAsync(new { clock = "stepped", seed = 7 }), await MakeAsync(new { clock = "stepped", seed = 7 }));
        (one.Clock, one.Seed).ShouldBe(("stepped", 7));
        var before = await NowAsync(other);
        await PostAsync($"{one.Address}/lab/clock", new { advance = "365.00:00:00" });
        (await NowAsync(one) - before).ShouldBeGreaterThan(TimeSpan.FromDays(364));
        (await NowAsync(other)).ShouldBe(before);

        (await http.DeleteAsync(new Uri($"{one.Address}/lab/devices/pos-1"))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await DevicesAsync(one.Address)).ShouldNotContain("pos-1");
        (await DevicesAsync(other.Address)).ShouldContain("pos-1");
        (await DevicesAsync(lab.Address)).ShouldContain("pos-1");

        var apis = new List<string>();
        foreach (var at in new[] { one.Address, other.Address, lab.Address })
        {
            apis.AddRange((await DirectoryAsync(at)).Systems.Select(s => s.Api).OfType<string>());
        }

        apis.ShouldBeUnique();
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_codes_in_each_site_and_after_a_reset()
    {
        var (one, other) = (await MakeAsync(new { clock = "stepped", seed = 7 }), await MakeAsync(new { clock = "stepped", seed = 7 }));
        var code = await CodeAsync(one);
        (await CodeAsync(other)).ShouldBe(code);
        await PostAsync($"/lab/sites/{one.Id}/reset", null);
        (await CodeAsync(one)).ShouldBe(code);
    }

    [Fact]
    public async Task Systems_settings_and_devices_are_chosen()
    {
        var site = await MakeAsync(new { systems = new[] { "sci" }, devices = new[] { new { id = "till", kind = "eftpos-terminal" } } });
        (await DirectoryAsync(site.Address)).Systems.Select(s => s.Name).Distinct().ShouldBe(["sci"]);
        (await DevicesAsync(site.Address)).ShouldBe(["till"]);
        site = await MakeAsync(new { systems = new[] { "sci" } });
        (await DevicesAsync(site.Address)).ShouldBe(["eftpos-1", "eftpos-2", "sci-pos-1"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_site_ends_when_it_is_deleted()
    {
        var site = await MakeAsync(new { });
        (await http.DeleteAsync($"/lab/sites/{site.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Should.ThrowAsync<HttpRequestException>(() => http.GetAsync(new Uri($"{site.Address}/lab/clock")));
        (await http.GetFromJsonAsync<SiteListing[]>("/lab/sites"))!.ShouldBeEmpty();
        using var again = await http.DeleteAsync($"/lab/sites/{site.Id}");
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await again.Content.ReadAsStringAsync()).ShouldContain("no_such_site");
    }

    [Fact]
    public async Task A_site_that_nobody_uses_ends_by_itself()
    {
        var idle = await MakeAsync(new { idle = "00:00:01" });
        var used = await MakeAsync(new { idle = "00:00:01" });

        // A request that takes its time keeps the site for as long.
        using var listening = new TcpClient();
        await listening.ConnectAsync(IPAddress.Loopback, new Uri(used.Address).Port);
        await listening.GetStream().WriteAsync("GET /lab/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray());
        (await listening.GetStream().ReadAsync(new byte[1])).ShouldBe(1);
        await UntilEndedAsync(idle.Id);
        (await http.GetAsync($"/lab/sites/{used.Id}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        listening.Dispose();
        await UntilEndedAsync(used.Id);
    }

    [Fact]
    public async Task A_stream_of_events_keeps_a_site_no_longer_than_its_reader_reads()
    {
        var site = await MakeAsync(new { idle = "00:00:01" });
        var events = await http.GetStreamAsync(new Uri($"{site.Address}/lab/events"));
        (await events.ReadAsync(new byte[1])).ShouldBe(1);
        await events.DisposeAsync();
        await UntilEndedAsync(site.Id);
    }

    [Fact]
    public async Task A_reset_brings_everything_back_and_keeps_the_addresses()
    {
        var site = await MakeAsync(new { clock = "stepped" });
        var (began, directory) = (await NowAsync(site), await DirectoryAsync(site.Address));
        await PostAsync($"{site.Address}/lab/devices", new { id = "pos-9", kind = "pos-workstation" });
        await PostAsync($"{site.Address}/lab/clock", new { advance = "01:00:00" });

        var reset = await PostAsync($"/lab/sites/{site.Id}/reset", null);

        (await reset.Content.ReadFromJsonAsync<SiteListing>())!.Address.ShouldBe(site.Address);
        (await NowAsync(site)).ShouldBe(began);
        (await DevicesAsync(site.Address)).ShouldNotContain("pos-9");
        (await DirectoryAsync(site.Address)).Systems.Select(s => $"{s.Name} {s.Api}")
            .ShouldBe(directory.Systems.Select(s => $"{s.Name} {s.Api}"));
    }

    [Fact]
    public async Task A_snapshot_can_be_gone_back_to_as_often_as_one_likes()
    {
        var site = await MakeAsync(new { clock = "stepped", seed = 7 });
        await PostAsync($"{site.Address}/lab/devices", new { id = "pos-9", kind = "pos-workstation" });
        await PostAsync($"{site.Address}/lab/clock", new { advance = "01:00:00" });
        var at = await NowAsync(site);
        var taken = await PostAsync($"/lab/sites/{site.Id}/snapshots", new { name = "an-hour-later" });
        (await taken.Content.ReadFromJsonAsync<SiteListing>())!.Snapshots.ShouldBe(["an-hour-later"]);
        var api = (await DirectoryAsync(site.Address)).Systems.First(s => s.Name == "access-control");
        (await PairAsync(api)).ShouldBe(HttpStatusCode.OK);

        for (var time = 0; time < 2; time++)
        {
            await http.DeleteAsync(new Uri($"{site.Address}/lab/devices/pos-9"));
            await PostAsync($"{site.Address}/lab/clock", new { advance = "30.00:00:00" });
            await PostAsync($"/lab/sites/{site.Id}/snapshots/an-hour-later/restore", null);

            (await NowAsync(site)).ShouldBe(at);
            (await DevicesAsync(site.Address)).ShouldContain("pos-9");

            // What MACS keeps in a database of its own was gone back on, too: else the terminal would be paired already.
            (await PairAsync(api)).ShouldBe(HttpStatusCode.OK);
        }

        using var unknown = await http.PostAsync($"/lab/sites/{site.Id}/snapshots/noon/restore", null);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("no snapshot 'noon'; there are: an-hour-later");
    }

    [Theory]
    [InlineData("{\"clock\":\"moon\"}", "unknown clock 'moon'; allowed values: real, stepped")]
    [InlineData("{\"idle\":\"00:00:00\"}", "idle 00:00:00 is out of range; allowed are 00:00:01 to 1.00:00:00")]
    [InlineData("{\"systems\":[\"moon\"]}", "no such system 'moon'; there are: commander, ")]
    [InlineData("{\"systems\":\"sci\"}", "must be a list of texts in quotes")]
    [InlineData("{\"devices\":[{\"id\":\"x\",\"kind\":\"moon\"}]}", "unknown kind 'moon'; allowed values: ")]
    [InlineData("{\"speed\":1}", "unknown member 'speed'; allowed members: clock, seed, systems, settings, devices, idle")]
    public async Task A_wrong_site_is_refused_with_what_would_be_right(string body, string text)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var refused = await http.PostAsync("/lab/sites", content);
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadFromJsonAsync<LabErrorBody>())!.Error!.Message.ShouldContain(text);
        (await http.GetFromJsonAsync<SiteListing[]>("/lab/sites"))!.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_site_makes_no_sites()
    {
        var site = await MakeAsync(new { });
        using var refused = await http.PostAsJsonAsync(new Uri($"{site.Address}/lab/sites"), new { });
        (await refused.Content.ReadAsStringAsync()).ShouldContain("no_sites_here");
    }

    private async Task<SiteListing> MakeAsync(object body)
    {
        using var made = await PostAsync("/lab/sites", body);
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await made.Content.ReadFromJsonAsync<SiteListing>())!;
    }

    private async Task<HttpResponseMessage> PostAsync(string url, object? body)
    {
        var answer = await http.PostAsync(
            new Uri(url, UriKind.RelativeOrAbsolute), body is null ? null : JsonContent.Create(body));
        answer.IsSuccessStatusCode.ShouldBeTrue($"{url}: {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }

    private async Task<DateTimeOffset> NowAsync(SiteListing site) =>
        (await http.GetFromJsonAsync<ClockReading>(new Uri($"{site.Address}/lab/clock"), LabJson.Options))!.Now;

    private async Task<IEnumerable<string>> DevicesAsync(string at) => (await DirectoryAsync(at)).Devices.Select(d => d.Id);

    private async Task<LabDirectory> DirectoryAsync(string at) =>
        (await http.GetFromJsonAsync<LabDirectory>(new Uri($"{at}/lab/directory"), LabJson.Options))!;

    private async Task<string> CodeAsync(SiteListing site)
    {
        using var pressed = await PostAsync(
            $"{site.Address}/lab/devices/eftpos-1/press", new { button = "Pair with POS", until = "Pairing code", timeout = 60 });
        return (await pressed.Content.ReadFromJsonAsync<PanelReading>(LabJson.Options))!.Texts[0];
    }

    private async Task<HttpStatusCode> PairAsync(SystemInfo macs)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Post, $"{macs.Api}/lab-admin/terminals/MACS-1/pairing-code");
        asked.Headers.Authorization = new("Bearer", macs.Credentials["adminToken"]);
        using var answered = await http.SendAsync(asked);
        var code = (await answered.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("pairingCode").GetString();
        using var key = System.Security.Cryptography.RSA.Create(2048);
        using var paired = await http.PostAsJsonAsync(
            new Uri($"{macs.Api}/pos/pair"),
            new { serialNumber = "MACS-1", pairingCode = code, publicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) });
        return paired.StatusCode;
    }

    private async Task UntilEndedAsync(string id)
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        while ((await http.GetAsync($"/lab/sites/{id}", limit.Token)).StatusCode != HttpStatusCode.NotFound)
        {
            // It says itself when it has ended: asked again at once.
        }
    }
}

using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using PairingLab.Host.Site;
using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Site;

/// <summary>Who did what to a lab is written down.</summary>
public sealed class AuditTests : IDisposable
{
    private const string Token = "sixteen-letters-x";

    private readonly TestFolder data = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    private string File => Path.Combine(data.Path, "audit.jsonl");

    [Fact]
    public async Task Each_change_has_a_line_with_who_what_and_the_outcome_and_no_secret()
    {
        await using var site = await StartAsync(Token);
        var cookie = await SignInAsync(site);
        await SendAsync(site, "POST", "/lab/devices/config-1/enter", """{"field":"Password","text":"Manager-5329"}""", bearer: Token);
        await SendAsync(site, "POST", "/lab/devices/config-1/press", """{"button":"No such"}""", cookie: cookie);
        await SendAsync(site, "GET", "/lab/state", bearer: Token);
        await SendAsync(site, "GET", "/lab/devices", bearer: Token);
        await SendAsync(site, "DELETE", "/lab/devices/pos-1");
        await SendAsync(site, "DELETE", "/lab/devices/pos-1", bearer: "a-wrong-token-of-16");
        await SendAsync(site, "DELETE", "/lab/devices/pos-1?why=Manager-5329", bearer: Token);

        var trail = await ReadAsync(site, Token);
        trail.Select(e => $"{e.Who} {e.From} {e.Method} {e.Path} {e.Status}").ShouldBe(
        [
            "session 127.0.0.1 POST /sign-in 302",
            "token 127.0.0.1 POST /lab/devices/config-1/enter 200",
            "session 127.0.0.1 POST /lab/devices/config-1/press 409",
            "token 127.0.0.1 GET /lab/state 200",
            "token 127.0.0.1 DELETE /lab/devices/pos-1 204",
        ]);
        trail.ShouldAllBe(e => e.Request.Length > 0 && e.Time > DateTimeOffset.UnixEpoch);
        trail.Select(e => e.Request).ShouldBeUnique();
        var kept = await System.IO.File.ReadAllTextAsync(File);
        kept.Trim().Split('\n').Length.ShouldBe(trail.Count);
        kept.ShouldNotContain(Token);
        kept.ShouldNotContain("Manager-5329");
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_lab_without_a_token_knows_the_machine_only_and_a_foreign_page_leaves_no_line()
    {
        await using var site = await StartAsync(null);
        await SendAsync(site, "POST", "/lab/devices/pos-1/power", """{"on":false}""");
        await SendAsync(site, "POST", "/lab/devices/pos-1/power", """{"on":true}""", origin: "http://evil.test");

        (await ReadAsync(site, null)).Select(e => $"{e.Who} {e.Path} {e.Status}").ShouldBe(["loopback /lab/devices/pos-1/power 200"]);
    }

    [Fact]
    public async Task A_restart_goes_on_with_the_trail_and_a_line_that_a_kill_cut_off_is_left_out()
    {
        await using (var site = await StartAsync(null))
        {
            await SendAsync(site, "DELETE", "/lab/devices/pos-1");
        }

        await System.IO.File.AppendAllTextAsync(File, "{\"time\":\"2026-01-");
        await using (var again = await StartAsync(null))
        {
            await SendAsync(again, "DELETE", "/lab/devices/pos-2");
            (await ReadAsync(again, null)).Select(e => e.Path).ShouldBe(["/lab/devices/pos-1", "/lab/devices/pos-2"]);
        }

        new AuditTrail(data.Path).Last.Select(e => e.Path).ShouldBe(["/lab/devices/pos-1", "/lab/devices/pos-2"]);
    }

    [Fact]
    public void The_file_does_not_grow_without_end()
    {
        const int Longest = 10_000;
        var trail = new AuditTrail(data.Path, Longest);
        var entry = new AuditEntry(DateTimeOffset.UnixEpoch, "0HN:1", "token", "127.0.0.1", "POST", "/lab/clock", 200);
        for (var i = 0; i < 1_200; i++)
        {
            trail.Add(entry with { Status = i });
        }

        new DirectoryInfo(data.Path).GetFiles().Sum(f => f.Length).ShouldBeInRange(Longest / 2, 3 * Longest);
        trail.Last.Count.ShouldBe(AuditTrail.Shown);
        var again = new AuditTrail(data.Path, Longest).Last;
        again[^1].Status.ShouldBe(1_199);
        again.Select(e => e.Status).ShouldBeInOrder();
    }

    [Fact]
    public async Task The_page_of_the_lab_shows_it()
    {
        await using var site = await StartAsync(null);
        await SendAsync(site, "DELETE", "/lab/devices/pos-1");

        var page = await http.GetStringAsync(new Uri($"{site.Address}/site"));

        page.ShouldContain("Who did what");
        page.ShouldContain("DELETE /lab/devices/pos-1</td><td>204");
    }

    public void Dispose()
    {
        http.Dispose();
        data.Dispose();
    }

    private Task<LabSite> StartAsync(string? token) => LabSite.StartAsync(new()
    {
        Token = token,
        DataFolder = data.Path,
        Systems = ["commander"],
        Devices =
        [
            new("commander-1", "commander-display"), new("config-1", "configuration-client"),
            new("pos-1", "pos-workstation"), new("pos-2", "pos-workstation"),
        ],
    });

    private async Task<string> SignInAsync(LabSite site)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("token", Token)]);
        using var answer = await http.PostAsync(new Uri($"{site.Address}/sign-in"), form);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private async Task SendAsync(
        LabSite site, string method, string path, string? body = null, string? bearer = null, string? cookie = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(new(method), new Uri($"{site.Address}{path}"))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        var authorization = bearer is null ? null : $"Bearer {bearer}";
        foreach (var (name, value) in new[] { ("Authorization", authorization), ("Cookie", cookie), ("Origin", origin) })
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var answer = await http.SendAsync(request);
    }

    private async Task<List<AuditEntry>> ReadAsync(LabSite site, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{site.Address}/lab/audit"));
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        using var answer = await http.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<List<AuditEntry>>(new JsonSerializerOptions(JsonSerializerDefaults.Web)))!;
    }
}

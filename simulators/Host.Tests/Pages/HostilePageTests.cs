using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PairingLab.Host.Site;
using PairingLab.Host.Tests.Commands;
using PairingLab.Host.Tests.Site;

namespace PairingLab.Host.Tests.Pages;

/// <summary>
/// Somebody who works at a lab has a page of another web site open. It sends all that a browser lets it send to every endpoint that
/// changes something, and nothing changes.
/// </summary>
[Collection(PagesCollection.Name)]
public sealed class HostilePageTests(RunningBrowser browser) : IAsyncLifetime
{
    private static readonly string[] Sockets = ["/link", "/v1/terminals/eftpos-1/link", "/lab/events", "/"];

    /// <summary>Ids that are there, for the places of paths; what has none here is tried with a word.</summary>
    private static readonly Dictionary<string, string[]> Ids = new(StringComparer.Ordinal)
    {
        ["/lab/lines/{id}"] = ["commander-1"],
        ["/bench/lines/{id}"] = ["commander-1"],
        ["/lab/stand-ins/{id}"] = ["mrs"],
        ["/stand-ins/{id}"] = ["mrs"],
        ["/lab-admin/terminals/{serial}/pairing-code"] = ["MACS-1"],
        ["/lab-admin/terminals/{serial}/unpair"] = ["MACS-1"],
    };

    private readonly TestFolder data = new();
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    });

    private LabSite site = null!;
    private WebApplication hostile = null!;
    private string attacks = "[]";

    public async ValueTask InitializeAsync()
    {
        site = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample with { DataFolder = data.Path, Stepped = true });
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        hostile = builder.Build();
        hostile.UseRouting();
        hostile.MapGet("/", () => Results.Text(Page(), "text/html"));
        await hostile.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await hostile.DisposeAsync();
        await site.DisposeAsync();
        http.Dispose();
        data.Dispose();
    }

    [Theory]
    [InlineData("localhost")] // another site
    [InlineData("127.0.0.1")] // the same site by the browser's rules, and another origin
    public async Task A_page_from_elsewhere_changes_nothing(string host)
    {
        await using var session = browser.Session();
        var operations = (await ApiOperations.OfAsync(http, site.Address)).Concat(ApiOperations.Resets(site.Address))
            .Where(o => o.Method != "GET").ToList();
        operations.Count.ShouldBeGreaterThan(50);
        attacks = JsonSerializer.Serialize(operations.SelectMany(Attacks));
        var bases = operations.Select(o => o.Base).Distinct(StringComparer.Ordinal).ToList();
        bases.Count.ShouldBeGreaterThan(5, "all systems, and the lab itself");
        var before = await StateAsync();

        var port = new Uri(hostile.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        var page = await session.OpenAsync("victim", new($"http://{host}:{port}/"));
        var sent = await page.EvaluateAsync<int>("() => attack()");
        var opened = await page.EvaluateAsync<string[]>(
            "urls => sockets(urls)", bases.SelectMany(b => Sockets.Select(s => $"ws{b["http".Length..]}{s}")).ToArray());

        sent.ShouldBeGreaterThan(operations.Count * 4);
        opened.ShouldBeEmpty();
        site.Audit.Last.ShouldBeEmpty();
        (await StateAsync()).ShouldBe(before);
    }

    private static IEnumerable<object> Attacks(Operation operation)
    {
        string[] ids = Ids.GetValueOrDefault(operation.Path) ?? (operation.Path.StartsWith("/lab/", StringComparison.Ordinal)
            || operation.Path.StartsWith("/bench/", StringComparison.Ordinal)
            || operation.Path.StartsWith("/devices/", StringComparison.Ordinal) ? ["pos-1", "config-1"] : ["x"]);
        foreach (var id in ids)
        {
            var path = string.Join('/', operation.Path.Split('/').Select(p => p.StartsWith('{') ? id : p));
            yield return new { method = operation.Method, url = operation.Base + path, body = operation.Body?.ToJsonString() ?? "{}" };
        }
    }

    /// <summary>Everything that is kept, and everything that is shown.</summary>
    private async Task<List<string>> StateAsync()
    {
        using var folder = new TestFolder();
        using (var zip = new ZipArchive(new MemoryStream(await site.StateAsync())))
        {
            await zip.ExtractToDirectoryAsync(folder.Path);
        }

        var state = LabTables.Rows(folder.Path);
        foreach (var path in (string[])["/lab/directory", "/lab/devices", "/lab/cables", "/lab/lines", "/lab/clock", "/lab/sites"])
        {
            state.Add(await http.GetStringAsync(new Uri(site.Address + path)));
        }

        foreach (var device in site.Devices.All)
        {
            state.Add(await http.GetStringAsync(new Uri($"{site.Address}/lab/devices/{device.Info.Id}/panel")));
        }

        return state;
    }

    private string Page() => new StringBuilder("<!doctype html><title>Kittens</title><iframe name=\"hidden\"></iframe><script>")
        .Append("const attacks = ").Append(attacks).Append(';').Append(Script).Append("</script>").ToString();

    private const string Script = """
        let sent = 0;
        async function send(url, how) {
          sent++;
          try { await fetch(url, { credentials: 'include', ...how }); } catch { /* the browser has not let it through, or not shown it */ }
        }
        function submit(url, body, type) {
          sent++;
          const frame = document.querySelector('iframe');
          const form = Object.assign(document.createElement('form'), { action: url, method: 'post', enctype: type, target: 'hidden' });
          let fields = {};
          try { fields = JSON.parse(body) ?? {}; } catch { }
          for (const [name, value] of Object.entries(fields)) {
            form.append(Object.assign(document.createElement('input'), { name, value: String(value) }));
          }
          document.body.append(form);
          return new Promise(done => { frame.onload = done; setTimeout(done, 5000); form.submit(); }).then(() => form.remove());
        }
        async function attack() {
          for (const { method, url, body } of attacks) {
            await send(url, { method: 'POST', mode: 'no-cors' });
            for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
              await send(url, { method: 'POST', mode: 'no-cors', headers: { 'content-type': type }, body });
            }
            await send(url, { method, mode: 'cors' });
            await send(url, { method, mode: 'cors', headers: { 'content-type': 'application/json' }, body });
            await submit(url, body, 'application/x-www-form-urlencoded');
            await submit(url, body, 'text/plain');
          }
          return sent;
        }
        async function sockets(urls) {
          const opened = await Promise.all(urls.map(url => new Promise(done => {
            const socket = new WebSocket(url);
            socket.onopen = () => done(url);
            socket.onerror = socket.onclose = () => done(null);
          })));
          return opened.filter(url => url !== null);
        }
        """;
}

using System.Net.Http.Json;
using System.Text.Json;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Serial;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;
using PairingLab.Host.Commands;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Documents;

/// <summary>The section "Try it" of each page of docs/protocols, typed as it stands there beside a hosted lab.</summary>
public sealed class TryItTests : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private readonly ILabTime time = new RealTime(TimeProvider.System);
    private LabSite site = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the pages speak bash");
        Assert.SkipUnless(
            new[] { "curl", "jq", "openssl", "python3" }.All(IsHere), "curl, jq, openssl and python3 are not all here");
        site = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await (site?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task Commander()
    {
        await using var page = Open("commander");
        await page.SayAsync($"ln -s '{Path.Combine(Repository.Find().Root, "docs")}' docs");
        await page.TypeThroughAsync("config POST site-otp");
        await using var display = await CommanderDisplay.OpenAsync(
            "commander-1", site.Devices.Find("commander-1")!.Line!, time, NoEvidenceSink.Instance);
        await page.TypeThroughAsync("config POST site-security", ("1559", await display.ReadSiteOtpAsync()));
        await page.TypeThroughAsync("config GET workstations");
        await page.SayAsync("config POST revoke-all-trust");
        await page.TypeToTheEndAsync();
        page.Compared.ShouldBe(2);
    }

    [Fact]
    public async Task Sci()
    {
        var terminal = Panel("eftpos-1");
        await terminal.PressAsync("Pair with POS");
        var code = await CodeOnAsync(terminal);
        await using var page = Open("sci");
        await page.SayAsync($"CODE={code}");
        await page.TypeThroughAsync("sci GET /v1/pairing-info");
        await terminal.PressWhenOfferedAsync("Confirm");
        await page.TypeAgainAsync();
        await page.TypeThroughAsync("sci POST /v1/transactions");
        await terminal.PressWhenOfferedAsync("Approve");
        await page.TypeToTheEndAsync();
        page.Compared.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task SmartConnect()
    {
        var device = Panel("payment-1");
        await device.PressAsync("Pair a register");
        var code = await CodeOnAsync(device);
        await using var page = Open("smartconnect");
        await page.SayAsync($"CODE={code}");
        await page.TypeThroughAsync("""curl -s "$API/POS/Transaction" """.TrimEnd());
        await device.PressWhenOfferedAsync("Approve");
        await page.TypeThroughAsync("""curl -s "$(jq -r .data.PollingUrl transaction.json)" """.TrimEnd());
        page.Compared.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Terminal_trust()
    {
        var directory = await http.GetFromJsonAsync<JsonElement>(new Uri($"{site.Address}/lab/directory"));
        var credentials = directory.GetProperty("systems").EnumerateArray()
            .Single(s => s.GetProperty("name").GetString() == "terminal-trust").GetProperty("credentials");
        string Credential(string name) => credentials.GetProperty(name).GetString()!;
        var cas = new CasOperator(Panel("cas-1"), new(Credential("operatorTotpSecret"), time), NoEvidenceSink.Instance);
        await cas.SignInAsync(Credential("operatorUser"), Credential("operatorPassword"));

        await using var page = Open("terminal-trust");
        await page.TypeThroughAsync("hello  ");
        await cas.CreateTerminalAsync("BT101308");
        await page.TypeThroughAsync("hello  ");
        var pending = JsonDocument.Parse((await page.SayAsync("hello")).Trim()).RootElement;
        await cas.ApproveAsync("BT101308", pending.GetProperty("pairingCode").GetString()!);
        await page.TypeThroughAsync("hello  ");
        await page.TypeToTheEndAsync();
        page.Compared.ShouldBe(4);
    }

    [Fact]
    public async Task Access_control()
    {
        await using var page = Open("access-control");
        await page.TypeToTheEndAsync();
        page.Compared.ShouldBeGreaterThanOrEqualTo(5);
    }

    private static bool IsHere(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, program)));

    private TypedPage Open(string system) =>
        TypedPage.Open(Path.Combine(Repository.Find().Root, "docs", "protocols", $"{system}.md"), "Try it", site.Address);

    private WirePanel Panel(string device) => new(http, new(site.Address), device, time, NoEvidenceSink.Instance);

    private static async Task<string> CodeOnAsync(IPanel panel)
    {
        var shown = await panel.WaitUntilAsync(p => p.Texts.Any(IsCode), "a pairing code");
        return shown.Texts.First(IsCode);
    }

    private static bool IsCode(string text) =>
        text.Length is >= 6 and <= 8 && text.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));
}

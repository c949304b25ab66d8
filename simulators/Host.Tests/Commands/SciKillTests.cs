using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Http;
using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;

namespace PairingLab.Host.Tests.Commands;

/// <summary>kill -9 of a hosted lab: a pairing and its purchases go on from where SCI has answered last.</summary>
public sealed class SciKillTests : IDisposable
{
    private const string Purchase = """{"purchase_details":{"purchase_amount":1000}}""";
    private static readonly RealTime Time = new(TimeProvider.System);

    private readonly TestFolder data = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(40) };
    private LabProcess? host;
    private LabDirectory? directory;
    private EftposTerminal? terminal;
    private SciKeys? keys;

    private SciClient Client => new(http, Time);

    [Fact]
    public async Task Killed_after_every_step_it_has_all_that_it_answered()
    {
        await StartAsync();
        var code = await terminal!.StartPairingAsync();
        await KillAndStartAsync();
        await ProgressAsync(code);
        await KillAndStartAsync();
        (await AskAsync("GET", "/v1/pairing-info")).ErrorCode.ShouldBe("no_active_pairings_found", "the merchant has not confirmed yet");
        await terminal.ConfirmAsync();
        await KillAndStartAsync();
        (await AskAsync("GET", "/v1/pairing-info")).Status.ShouldBe(200);

        var id = await PayAsync();
        await KillAndStartAsync();
        await ShouldBeAsync(id, "PENDING");
        await terminal.Panel.PressWhenOfferedAsync("Signature");
        await ShouldBeAsync(id, "AWAITING_POS", minVersion: 9);
        await KillAndStartAsync();
        await ShouldBeAsync(id, "AWAITING_POS");
        (await AskAsync("POST", $"/v1/transactions/{id}/signature", """{"accepted":true}"""))
            .Data("result_financial_status").ShouldBe("APPROVED");
        await KillAndStartAsync();
        await ShouldBeAsync(id, "FINALISED");

        var next = await PayAsync();
        await terminal.FinishPurchaseAsync("Decline");
        await KillAndStartAsync();
        (await AskAsync("GET", $"/v1/transactions/{next}")).Data("result_financial_status").ShouldBe("DECLINED");
        (await AskAsync("POST", "/v1/unpair")).Status.ShouldBe(204);
        await KillAndStartAsync();
        (await AskAsync("GET", "/v1/pairing-info")).ErrorCode.ShouldBe("no_active_pairings_found");
    }

    public void Dispose()
    {
        host?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        http.Dispose();
        data.Dispose();
    }

    private async Task ProgressAsync(string code)
    {
        var sci = directory!.System("sci");
        var answer = await Client.ProgressAsync(new(sci.Api!), $"ApiKey {sci.Credentials!["apiKey"]}", $$"""{"pairing_code":"{{code}}"}""");
        answer.Status.ShouldBe(200, answer.ToString());
        keys = new(
            answer.Data("sci_api_base_url"),
            answer.Data("key_id"),
            sci.Credentials!["signingSecretPartA"] + answer.Data("signing_secret_part_b"));
    }

    private Task<SciAnswer> AskAsync(string method, string target, string? body = null) => Client.SignedAsync(keys!, method, target, body);

    /// <summary>Begins a purchase, as soon as the terminal has found its way back to SCI.</summary>
    private async Task<string> PayAsync()
    {
        await terminal!.Panel.WaitUntilAsync(
            p => p.Button("Pair with POS") is not null && !p.Says("No connection"),
            "the menu of a connected terminal",
            TimeSpan.FromMinutes(1));
        var answer = await AskAsync("POST", "/v1/transactions", Purchase);
        answer.Status.ShouldBe(200, answer.ToString());
        await terminal.Panel.WaitUntilTitledAsync("Purchase");
        return answer.Data("id");
    }

    private async Task ShouldBeAsync(string id, string status, int minVersion = 0)
    {
        var answer = await AskAsync("GET", $"/v1/transactions/{id}?min_version={minVersion}");
        answer.Status.ShouldBe(200, answer.ToString());
        answer.Data("status").ShouldBe(status);
    }

    private async Task KillAndStartAsync()
    {
        await host!.KillAsync();
        await host.DisposeAsync();
        host = null;
        var before = directory!.System("sci").Api;
        await StartAsync();
        directory.System("sci").Api.ShouldBe(before, "the port stays the same");
    }

    private async Task StartAsync()
    {
        var bench = data.Write(
            "bench.json",
            """{"name":"kill","clock":"real","devices":[{"id":"eftpos-1","kind":"eftpos-terminal","is":"simulated"}]}""");
        host = LabProcess.Start("host", "--port", "0", "--data", data.Path, "--bench", bench);
        var lab = new Uri(await host.LineAsync("bench page"));
        directory = await new DirectoryClient(http, lab).ReadAsync();
        terminal = new(new WirePanel(http, lab, "eftpos-1", Time, NoEvidenceSink.Instance), NoEvidenceSink.Instance);
    }
}

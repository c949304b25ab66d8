using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;

namespace PairingLab.Host.Tests.Commands;

public sealed class HostProcessTests : IDisposable
{
    private readonly TestFolder data = new();
    private readonly HttpClient http = new();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Ctrl_C_and_SIGTERM_stop_it_cleanly(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs signals");
        Assert.SkipWhen(signal == "INT" && !LabProcess.HearsCtrlC, "SIGINT is ignored here: start the tests in the foreground");
        await using var host = Start();
        await host.LineAsync("Ctrl-C");
        (await host.SignalAsync(signal)).ShouldBe(0, host.Output);
        host.Output.ShouldEndWith("stopping");
    }

    [Fact]
    public async Task A_second_one_on_the_same_data_is_refused_and_the_first_goes_on()
    {
        await using var first = Start();
        var address = new Uri(await first.LineAsync("bench page"));
        (await Said.ByAsync("host", "--port", "0", "--data", data.Path)).ShouldBeOneClearLine("another lab has it open", "--data");
        (await new DirectoryClient(http, address).ReadAsync()).Devices.Count.ShouldBeGreaterThanOrEqualTo(9);
    }

    [Fact]
    public async Task Nobody_else_can_read_what_it_keeps()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs file modes");
        var kept = Path.Combine(data.Path, "lab");
        await using var host = LabProcess.Start("host", "--port", "0", "--data", kept);
        await host.LineAsync("Ctrl-C");
        ModeOf(kept).ShouldBe("rwx------");
        var files = Directory.GetFiles(kept);
        files.Length.ShouldBeGreaterThanOrEqualTo(4, "two databases with their logs");
        files.ShouldAllBe(f => ModeOf(f) == "rw-------");
    }

    [Theory]
    [InlineData("--token")]
    [InlineData("--token-file")]
    [InlineData("PAIRINGLAB_TOKEN")]
    public async Task Endpoints_under_lab_demand_the_token(string given)
    {
        await using var host = given switch
        {
            "--token" => LabProcess.Start("host", "--port", "0", given, "sixteen-letters-x"),
            "--token-file" => LabProcess.Start("host", "--port", "0", given, data.Write("token", "sixteen-letters-x\n")),
            _ => LabProcess.StartWith([(given, "sixteen-letters-x")], "host", "--port", "0"),
        };
        var address = new Uri(await host.LineAsync("bench page"));
        await Should.ThrowAsync<LabRequestException>(() => new DirectoryClient(http, address).ReadAsync());
        http.DefaultRequestHeaders.Authorization = new("Bearer", "sixteen-letters-x");
        (await new DirectoryClient(http, address).ReadAsync()).Devices.ShouldNotBeEmpty();
        host.Output.ShouldNotContain("sixteen-letters-x");
    }

    [Theory]
    [InlineData("0.0.0.0", true)]
    [InlineData("127.0.0.1", false)]
    public async Task A_lab_that_others_can_reach_says_that_the_token_can_be_overheard(string address, bool warns)
    {
        await using var host = LabProcess.Start("host", "--port", "0", "--address", address, "--token", "sixteen-letters-x");
        await host.LineAsync("token");
        await host.LineAsync("Ctrl-C");

        host.Output.Contains("who listens on the way reads the token", StringComparison.Ordinal).ShouldBe(warns);
        host.Output.Contains("a reverse proxy with TLS", StringComparison.Ordinal).ShouldBe(warns);
    }

    [Fact]
    public async Task Passwords_that_anybody_can_know_are_said_once_with_the_settings_that_change_them()
    {
        await using var host = Start();
        (await host.LineAsync("passwords")).ShouldBe(
            "the same in every lab: commander.managerPassword, commander.cashierPassword, smartconnect.configPassword, "
            + "terminal-trust.operatorPassword, terminal-trust.clerkPassword; "
            + "\"settings\" of a bench file change them (--bench, docs/settings.md)");
        await host.LineAsync("Ctrl-C");
        host.Output.Split('\n').Count(l => l.StartsWith("passwords", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_password_that_a_bench_file_gives_is_the_one_that_signs_in()
    {
        var file = data.Write("bench.json", """
            { "name": "x", "clock": "real",
              "settings": { "commander": { "managerPassword": "Mine-1", "cashierPassword": "Mine-2" } },
              "devices": [
                { "id": "commander-1", "kind": "commander-display", "is": "simulated" },
                { "id": "config-1", "kind": "configuration-client", "is": "simulated", "commander": "commander-1" } ] }
            """);
        await using var host = LabProcess.Start("host", "--port", "0", "--bench", file, "--system", "commander");
        var lab = new Uri(await host.LineAsync("bench page"));
        await host.LineAsync("Ctrl-C");
        host.Output.ShouldNotContain("passwords");
        var credentials = (await new DirectoryClient(http, lab).ReadAsync()).System("commander").Credentials!;
        (credentials["managerPassword"], credentials["cashierPassword"]).ShouldBe(("Mine-1", "Mine-2"));
        var client = new ConfigurationClient(Panel(lab, "config-1"), new PanelDisplay(Panel(lab, "commander-1")), NoEvidenceSink.Instance);
        await client.SignInAsync("manager", "Mine-1");
        await client.OpenSiteSecurityAsync();
    }

    [Fact]
    public async Task A_workstation_that_was_paired_stays_paired_and_linked_through_kills()
    {
        await using (var host = Start())
        {
            await PairAsync(new Uri(await host.LineAsync("bench page")));
            await host.KillAsync();
        }

        for (var kills = 0; kills < 3; kills++)
        {
            await using var host = Start();
            await ShouldSellAsync(new Uri(await host.LineAsync("bench page")));
            await host.KillAsync();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        data.Dispose();
    }

    private static string ModeOf(string path) => !OperatingSystem.IsWindows() ? Letters(File.GetUnixFileMode(path)) : "";

    private static string Letters(UnixFileMode mode) =>
        string.Concat(Enumerable.Range(0, 9).Select(i => ((int)mode & (256 >> i)) != 0 ? "rwxrwxrwx"[i] : '-'));

    private LabProcess Start() => LabProcess.Start("host", "--port", "0", "--data", data.Path);

    private async Task PairAsync(Uri lab)
    {
        var workstation = Workstation(lab);
        var client = new ConfigurationClient(Panel(lab, "config-1"), new PanelDisplay(Panel(lab, "commander-1")), NoEvidenceSink.Instance);
        var credentials = (await new DirectoryClient(http, lab).ReadAsync()).System("commander").Credentials!;
        await client.SignInAsync(credentials["managerUser"], credentials["managerPassword"]);
        await client.OpenSiteSecurityAsync();
        await client.StartPairingServiceAsync();
        await workstation.WaitUntilReadyToPairAsync();
        await workstation.PressPairPosAsync();
        await workstation.EnterOtpAsync(await client.RetrievePairingOtpAsync());
        await workstation.CompleteAsync();
        await ShouldSellAsync(lab);
    }

    private async Task ShouldSellAsync(Uri lab)
    {
        var workstation = Workstation(lab);
        await workstation.GoToSalesAsync();
        await workstation.Panel.WaitUntilItSaysAsync("Secure link to the Commander: up");
        await workstation.SellAsync();
        await workstation.Panel.WaitUntilItSaysAsync("Sale sent to the Commander");
    }

    private PosWorkstation Workstation(Uri lab) => new(Panel(lab, "pos-1"));

    private WirePanel Panel(Uri lab, string device) =>
        new(http, lab, device, new RealTime(TimeProvider.System), NoEvidenceSink.Instance, TimeSpan.FromSeconds(30));
}

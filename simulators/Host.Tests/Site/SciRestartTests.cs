using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Time;
using PairingLab.Drivers.Wire;
using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Tests.Site;

/// <summary>A hosted lab that is stopped and started again on its data folder.</summary>
public sealed class SciRestartTests : IDisposable
{
    private static readonly DeviceSpec[] Devices =
        [
            new("eftpos-1", "eftpos-terminal", ConnectedTo: "tenant-2"),
            new("sci-pos-1", "sci-pos"),
            new("sci-pos-2", "sci-pos", "Reference POS with live key"),
        ];

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("pairinglab-");
    private readonly HttpClient http = new();

    [Fact]
    public async Task Pairings_base_urls_and_credentials_are_still_good()
    {
        IReadOnlyDictionary<string, string> credentials;
        string? api;
        await using (var site = await StartAsync())
        {
            await PairAsync(site);
            var sci = (await new DirectoryClient(http, new(site.Address)).ReadAsync()).System("sci");
            (credentials, api) = (sci.Credentials, sci.Api);
        }

        await using var again = await StartAsync();
        var after = (await new DirectoryClient(http, new(again.Address)).ReadAsync()).System("sci");
        after.Api.ShouldBe(api);
        after.Credentials.ShouldBe(credentials);
        var pos = Pos(again, "sci-pos-1");
        (await pos.OpenPairingAsync()).Texts.ShouldContain("Pairing Nickname: Front Bar");
        (await pos.DoAsync("Test Front Bar")).Texts.ShouldContain("Pairing is active");
    }

    [Fact]
    public async Task A_live_pos_pairs_with_a_terminal_of_a_live_tenant_only()
    {
        await using var site = await StartAsync();
        var terminal = Terminal(site);
        var pos = Pos(site, "sci-pos-2");
        (await pos.SendCodeAsync(await terminal.StartPairingAsync(), null)).Says("Pairing route forbidden").ShouldBeTrue();
        site.Connect("eftpos-1", "tenant-live").ShouldBeNull();
        await terminal.Panel.PressAsync("Cancel");
        (await pos.SendCodeAsync(await terminal.StartPairingAsync(), null)).Says("Confirmation code").ShouldBeTrue();
    }

    [Theory]
    [InlineData("eftpos-1", "tenant-9", "no tenant 'tenant-9'; there are: tenant-1, tenant-2, tenant-live, tenant-foreign")]
    [InlineData("sci-pos-1", "tenant-1", "'sci-pos-1' is not an EFTPOS terminal; only terminals belong to a tenant")]
    public async Task A_wrong_plug_says_what_would_be_right(string device, string to, string whyNot)
    {
        await using var site = await StartAsync();
        site.Connect(device, to).ShouldBe(whyNot);
    }

    public void Dispose()
    {
        http.Dispose();
        data.Delete(recursive: true);
    }

    private Task<LabSite> StartAsync() => LabSite.StartAsync(new() { DataFolder = data.FullName, Systems = ["sci"], Devices = Devices });

    private WirePanel Panel(LabSite site, string device) =>
        new(http, new(site.Address), device, new RealTime(TimeProvider.System), NoEvidenceSink.Instance);

    private EftposTerminal Terminal(LabSite site) => new(Panel(site, "eftpos-1"), NoEvidenceSink.Instance);

    private SciPos Pos(LabSite site, string id) => new(Panel(site, id));

    private async Task PairAsync(LabSite site)
    {
        var terminal = Terminal(site);
        await Pos(site, "sci-pos-1").SendCodeAsync(await terminal.StartPairingAsync(), "Front Bar");
        await terminal.ConfirmAsync();
        (await Pos(site, "sci-pos-1").DoAsync("Test")).Says("Pairing successful").ShouldBeTrue();
    }
}

using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>The people and devices of a Commander site, as a scenario speaks of them.</summary>
public sealed class CommanderSite(ScenarioBench bench)
{
    private readonly Dictionary<string, ConfigurationClient> clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PosWorkstation> workstations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> marks = new(StringComparer.Ordinal);

    /// <summary>The manager's credentials, as the lab's directory has them.</summary>
    public const string Manager = "manager";

    /// <summary>The bench.</summary>
    public ScenarioBench Bench => bench;

    /// <summary>Somebody at a Configuration Client, who reads the display of its Commander.</summary>
    public async Task<ConfigurationClient> ClientAsync(string id = "config-1", string commander = "commander-1")
    {
        if (!clients.TryGetValue(id, out var client))
        {
            clients[id] = client = new(await bench.PanelAsync(id), await bench.DisplayAsync(commander), bench.Witness);
        }

        return client;
    }

    /// <summary>Somebody at a workstation.</summary>
    public async Task<PosWorkstation> WorkstationAsync(string id)
    {
        if (!workstations.TryGetValue(id, out var workstation))
        {
            workstations[id] = workstation = new(await bench.PanelAsync(id));
        }

        return workstation;
    }

    /// <summary>Signs the manager in and opens Site Security, unless that is done.</summary>
    public async Task<ConfigurationClient> SiteSecurityAsync(string id = "config-1")
    {
        var client = await ClientAsync(id);
        var shown = await client.Panel.ReadAsync();
        if (shown.Field("Password") is not null)
        {
            var credentials = (await bench.DirectoryAsync()).Systems[0].Credentials!;
            await client.SignInAsync(credentials["managerUser"], credentials["managerPassword"]);
        }

        if ((await client.Panel.ReadAsync()).Title != "Site Security")
        {
            await client.OpenSiteSecurityAsync();
        }

        return client;
    }

    /// <summary>Remembers the lab time of something done, to count from it.</summary>
    public async Task MarkAsync(string what) => marks[what] = await bench.Time.NowAsync();

    /// <summary>Lets lab time pass until so long after something done.</summary>
    public async Task PassSinceAsync(string what, TimeSpan span)
    {
        var left = marks[what] + span - await bench.Time.NowAsync();
        left.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero, $"the scenario itself has taken longer than {span} since {what}");
        await bench.Time.PassAsync(left);
    }

    /// <summary>The whole pairing of a workstation that displays "Pair POS", while the Pairing Service runs.</summary>
    public async Task PairAsync(string id)
    {
        var client = await SiteSecurityAsync();
        var workstation = await WorkstationAsync(id);
        await workstation.WaitUntilReadyToPairAsync();
        await MarkAsync("[Pair POS]");
        await workstation.PressPairPosAsync();
        var otp = await client.RetrievePairingOtpAsync();
        await workstation.EnterOtpAsync(otp);
    }
}

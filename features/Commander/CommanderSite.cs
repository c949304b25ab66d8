using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.Commander;

/// <summary>The people and devices of a Commander site, as a scenario speaks of them.</summary>
public sealed class CommanderSite(ScenarioBench bench)
{
    private readonly Dictionary<string, ConfigurationClient> clients = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PosWorkstation> workstations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> marks = new(StringComparer.Ordinal);

    /// <summary>The bench.</summary>
    public ScenarioBench Bench => bench;

    /// <summary>The Pairing OTP that somebody has noted last; "" before the first.</summary>
    public string NotedOtp { get; private set; } = "";

    /// <summary>Whether an Auto Upgrade has been started: every workstation is about to reboot.</summary>
    public bool IsUpgrading { get; set; }

    /// <summary>Somebody at a Configuration Client, who reads the display of the Commander.</summary>
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

    /// <summary>Signs a user of the lab's directory in.</summary>
    public async Task<ConfigurationClient> SignInAsync(string user, string id = "config-1", string commander = "commander-1")
    {
        var client = await ClientAsync(id);
        if (bench.Plan.Find(id)?.Credentials.GetValueOrDefault(user) is { } own)
        {
            await client.SignInAsync(own.User, own.Password);
        }
        else if (bench.Plan.IsSimulated(commander) && (await bench.DirectoryAsync()).Systems is [{ Credentials: { } credentials }, ..])
        {
            await client.SignInAsync(credentials[$"{user}User"], credentials[$"{user}Password"]);
        }
        else if (bench.Plan.Find(id)?.Is == DeviceWay.Operator)
        {
            // A real Commander's passwords are its people's own.
            await client.LetSignInAsync(user);
        }
        else
        {
            Assert.Skip($"this bench has no credentials of the {user} for {id}; \"credentials\" in the bench file would tell them");
        }

        return client;
    }

    /// <summary>Signs the manager in and opens Site Security, as far as that is not done yet.</summary>
    public async Task<ConfigurationClient> SiteSecurityAsync(string id = "config-1", string commander = "commander-1")
    {
        var client = await ClientAsync(id, commander);
        await client.Panel.SettleAsync(p => p.Title.Length > 0, "the Configuration Client");
        var where = await client.WhereAsync();
        if (where == ConfigurationClient.AtSignIn)
        {
            await SignInAsync("manager", id, commander);
        }

        if (where != ConfigurationClient.InSiteSecurity)
        {
            await client.OpenSiteSecurityAsync();
        }

        return client;
    }

    /// <summary>[Start Pairing Service].</summary>
    public async Task StartServiceAsync(string id = "config-1", string commander = "commander-1")
    {
        var client = await SiteSecurityAsync(id, commander);
        await MarkAsync("[Start Pairing Service]");
        await client.StartPairingServiceAsync();
    }

    /// <summary>[Pair POS] and what comes of it.</summary>
    public async Task<PanelReading> PressPairPosAsync(string id)
    {
        var workstation = await WorkstationAsync(id);
        await workstation.SettleReadyToPairAsync();
        await MarkAsync("[Pair POS]");
        return await workstation.PressPairPosAsync();
    }

    /// <summary>[Retrieve Pairing OTP]; the OTP is noted.</summary>
    public async Task NoteOtpAsync(string id = "config-1") => NotedOtp = await (await ClientAsync(id)).RetrievePairingOtpAsync();

    /// <summary>The whole pairing of a workstation that displays "Pair POS", while the Pairing Service runs.</summary>
    public async Task PairAsync(string id, string client = "config-1")
    {
        await PressPairPosAsync(id);
        await NoteOtpAsync(client);
        await EnterAsync(id, NotedOtp);
    }

    /// <summary>Keys an OTP in and presses [OK].</summary>
    public async Task EnterAsync(string id, string otp)
    {
        var workstation = await WorkstationAsync(id);
        await workstation.KeyInAsync(otp);
        await MarkAsync("[OK]");
        await workstation.PressOkAsync();
    }

    /// <summary>Pairs a workstation and lets its application start, up to the secure link.</summary>
    public async Task PairAndOpenAsync(string id, string client = "config-1")
    {
        await PairAsync(id, client);
        var workstation = await WorkstationAsync(id);
        await workstation.CompleteAsync();
        await workstation.Panel.WaitUntilItSaysAsync("Secure link to the Commander: up");
        await MarkAsync("the pairing");
    }

    /// <summary>An OTP that is wrong in its last character.</summary>
    public string WrongOtp() => NotedOtp[..^1] + (NotedOtp[^1] == '0' ? 'F' : '0');

    /// <summary>Remembers the lab time of something done, to count from it.</summary>
    public async Task MarkAsync(string what) => marks[what] = await bench.Time.NowAsync();

    /// <summary>Lets lab time pass until so long after something done.</summary>
    public async Task PassSinceAsync(string what, TimeSpan span)
    {
        var left = marks[what] + span - await bench.Time.NowAsync();
        left.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero, $"the scenario itself has taken longer than {span} since {what}");
        await bench.Time.PassAsync(left);
    }
}

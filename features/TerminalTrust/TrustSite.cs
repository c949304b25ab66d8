using System.Globalization;
using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.TerminalTrust;

/// <summary>The people and devices of a server with its terminals, as a scenario speaks of them.</summary>
public sealed class TrustSite(ScenarioBench bench)
{
    private readonly Dictionary<string, KioskTerminal> terminals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CasOperator> operators = new(StringComparer.Ordinal);

    /// <summary>The bench.</summary>
    public ScenarioBench Bench => bench;

    /// <summary>The pairing codes that were read at terminals.</summary>
    public Dictionary<string, string> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>Sets the site up, with another firmware on some of its terminals.</summary>
    public Task StartAsync(string? firmware = null, string kiosk = "kiosk-1")
    {
        if (firmware is not null)
        {
            bench.SetBase(firmware, kiosk);
        }

        return bench.StartAsync();
    }

    /// <summary>Adds terminals up to the given number, all with that firmware.</summary>
    public void AddTerminals(int count, string firmware)
    {
        bench.SetBase(firmware, "kiosk-terminal");
        for (var i = 4; i <= count; i++)
        {
            bench.Add(string.Create(CultureInfo.InvariantCulture, $"kiosk-{i}"), "kiosk-terminal", firmware);
        }
    }

    /// <summary>Somebody at a terminal.</summary>
    public async Task<KioskTerminal> TerminalAsync(string id)
    {
        if (!terminals.TryGetValue(id, out var terminal))
        {
            terminals[id] = terminal = new(await bench.PanelAsync(id));
        }

        return terminal;
    }

    /// <summary>The server was reinstalled: the operator's app gets a new secret.</summary>
    public void ForgetOperator() => operators.Remove("cas-1");

    /// <summary>Somebody at CAS, who is not signed in yet perhaps.</summary>
    public async Task<CasOperator> CasAsync(string id = "cas-1")
    {
        if (!operators.TryGetValue(id, out var cas))
        {
            var place = id == "cas-1" ? 0 : 1;
            var credentials = (await bench.DirectoryAsync()).Systems[place].Credentials!;
            operators[id] = cas = new(await bench.PanelAsync(id), new(credentials["operatorTotpSecret"], bench.Time), bench.Witness);
        }

        return cas;
    }

    /// <summary>The operator at CAS, signed in.</summary>
    public async Task<CasOperator> OperatorAsync(string id = "cas-1")
    {
        var cas = await CasAsync(id);
        var shown = await cas.Panel.ReadAsync();
        if (shown.Field("Password") is not null)
        {
            var credentials = (await bench.DirectoryAsync()).Systems[0].Credentials!;
            await cas.SignInAsync(credentials["operatorUser"], credentials["operatorPassword"]);
        }

        return cas;
    }

    /// <summary>A terminal's serial number.</summary>
    public async Task<string> SerialAsync(string kiosk) => await (await TerminalAsync(kiosk)).ReadSerialAsync();

    /// <summary>Creates a terminal in CAS under its serial number.</summary>
    public async Task CreateAsync(string kiosk, string cas = "cas-1") =>
        await (await OperatorAsync(cas)).CreateTerminalAsync(await SerialAsync(kiosk));

    /// <summary>Generates a terminal's VPN configuration.</summary>
    public async Task GenerateVpnAsync(string kiosk, string cas = "cas-1") =>
        await (await OperatorAsync(cas)).ActAsync(await SerialAsync(kiosk), "Generate VPN configuration");

    /// <summary>Sets the server host at a terminal.</summary>
    public async Task SetHostAsync(string kiosk, string cas = "cas-1") =>
        await (await TerminalAsync(kiosk)).SetServerHostAsync(await (await OperatorAsync(cas)).ReadServerHostAsync());

    /// <summary>Reads a terminal's pairing code, compares it and approves.</summary>
    public async Task ApproveAsync(string kiosk, string cas = "cas-1")
    {
        Codes[kiosk] = await (await TerminalAsync(kiosk)).WaitForPairingCodeAsync();
        await (await OperatorAsync(cas)).ApproveAsync(await SerialAsync(kiosk), Codes[kiosk]);
    }

    /// <summary>The whole pairing of a new terminal.</summary>
    public async Task PairAsync(string kiosk, string scenario = "A", string cas = "cas-1")
    {
        await (await TerminalAsync(kiosk)).UseDeploymentScenarioAsync(scenario);
        await CreateAsync(kiosk, cas);
        if (scenario == "A")
        {
            await GenerateVpnAsync(kiosk, cas);
        }

        await SetHostAsync(kiosk, cas);
        await ApproveAsync(kiosk, cas);
        await (await TerminalAsync(kiosk)).WaitUntilInServiceAsync();
    }
}

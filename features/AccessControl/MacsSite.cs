using System.Globalization;
using System.Text.Json.Nodes;
using PairingLab.Drivers.Http;
using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.AccessControl;

/// <summary>MACS with its people and devices, as a scenario speaks of them.</summary>
public sealed class MacsSite(ScenarioBench bench)
{
    private readonly Dictionary<string, MacsTerminal> terminals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Cardholder> cardholders = new(StringComparer.Ordinal);
    private CardPress? press;
    private MacsAdmin? admin;

    /// <summary>The bench.</summary>
    public ScenarioBench Bench => bench;

    /// <summary>Pairing codes that were got, by serial number.</summary>
    public Dictionary<string, string> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>The person who sets MACS up.</summary>
    public MacsAdmin Admin => admin ?? throw new InvalidOperationException("begin with: Given MACS with a lounge and a fast line");

    /// <summary>The base of the API of MACS.</summary>
    public Uri Api { get; private set; } = null!;

    /// <summary>The same over TLS.</summary>
    public string Https { get; private set; } = "";

    /// <summary>What a simulated terminal has sent until now, and the status of each answer; 0 for none.</summary>
    public async Task<IReadOnlyList<(string Url, int Status)>> RequestsOfAsync(string device)
    {
        var all = JsonNode.Parse(await bench.Http.GetStringAsync(new Uri(bench.Address, "/lab/exchanges")))!.AsArray();
        return [.. all.Where(e => e!["from"]!.GetValue<string>() == device)
            .Select(e => (e!["url"]!.GetValue<string>(), e["status"]!.GetValue<int>()))];
    }

    /// <summary>Where a person begins: the admin panel.</summary>
    public Uri Panel { get; private set; } = null!;

    /// <summary>Sets up MACS: Chopin Lounge with macs-1 and macs-2, Berlin Fast Line with macs-3, two banks, three currencies.</summary>
    public async Task StartAsync()
    {
        bench.Set("access-control", "sampleSite", "false");
        await bench.StartAsync();
        var system = (await bench.DirectoryAsync()).Systems.Single(s => s.Name == "access-control");
        var token = system.Credentials!["adminToken"];
        bench.Witness.Secret(token);
        bench.Witness.Secret(system.Credentials["panSecret"]);
        bench.Witness.Secret(system.Credentials["adminPassword"]);
        Api = new(system.Api!);
        Https = system.Https!;
        Panel = new(system.Pages!);
        admin = new(bench.Http, Api, token);
        await AddLocationAsync("waw-lounge", "Chopin Lounge", "POL", "Lounge", null);
        await AddLocationAsync("ber-fast", "Berlin Fast Line", "DEU", "FastLine", null);
        foreach (var (serial, location) in new[] { ("MACS-1", "waw-lounge"), ("MACS-2", "waw-lounge"), ("MACS-3", "ber-fast") })
        {
            await admin.AddAsync("terminals", new { serial, locationId = location });
        }

        await AddIssuerAsync(("543210", "543214"), "1001", "Alpha Bank", "POL", "MCG");
        await AddIssuerAsync(("543215", "543219"), "1001", "Alpha Bank", "POL", "MPL");
        await AddIssuerAsync(("520082", "520082"), "1002", "Beta Bank", "DEU", "MCG");
        foreach (var (currency, numericCode, rate) in new[] { ("EUR", "978", 1m), ("USD", "840", 0.9m), ("PLN", "985", 0.25m) })
        {
            await admin.AddAsync("rates", new { currency, numericCode, rate });
        }
    }

    /// <summary>Adds or edits a location.</summary>
    public Task AddLocationAsync(string id, string name, string country, string service, int? cooldown) =>
        Admin.AddAsync(
            "locations",
            new { id, name, country, service, city = name.Split(' ')[0], postalCode = "00-000", address = "", cooldownMinutes = cooldown });

    /// <summary>Staff and cardholder at a device.</summary>
    public async Task<MacsTerminal> TerminalAsync(string device)
    {
        if (!terminals.TryGetValue(device, out var terminal))
        {
            terminals[device] = terminal = new(await bench.PanelAsync(device), bench.Witness);
        }

        return terminal;
    }

    /// <summary>Gives somebody a card.</summary>
    public void GiveCard(string name, string bin)
    {
        press ??= new(bench.Seed);
        var cardholder = press.Make(name, bin);
        bench.Witness.Secret(cardholder.Pan);
        cardholders[name] = cardholder;
    }

    /// <summary>Somebody with a card.</summary>
    public Cardholder Cardholder(string name) => cardholders[name];

    /// <summary>Gets a pairing code for a device and notes it.</summary>
    public async Task GetCodeAsync(string device)
    {
        var (code, status) = await Admin.GetPairingCodeAsync(device.ToUpperInvariant());
        code.ShouldNotBeNull($"no pairing code for {device}: {status}");
        bench.Witness.Secret(code);
        Codes[device] = code;
    }

    /// <summary>Pairs a device; it must succeed.</summary>
    public async Task PairAsync(string device)
    {
        await GetCodeAsync(device);
        var terminal = await TerminalAsync(device);
        await terminal.PairAsync(Codes[device]);
        await terminal.Panel.WaitUntilTitledAsync("PAIRED");
        await terminal.AcknowledgeAsync();
        await terminal.Panel.WaitUntilAsync(
            p => p.Texts.Any(t => t.StartsWith("Offline lists: 2", StringComparison.Ordinal)),
            "the offline lists");
    }

    /// <summary>Somebody's card at a device.</summary>
    public async Task TapAsync(string name, string device, string mode = "Contactless")
    {
        var card = Cardholder(name);
        await (await TerminalAsync(device)).TapAsync(card.Pan, card.Expiry, mode);
    }

    /// <summary>Somebody gets in, with guests; it must succeed.</summary>
    public async Task EnterAsync(string name, string device, int adults = 0, int children = 0, string ages = "")
    {
        await TapAsync(name, device);
        var terminal = await TerminalAsync(device);
        await terminal.Panel.WaitUntilTitledAsync("Visits left");
        await terminal.ChooseGuestsAsync(adults, children, ages);
        await terminal.ConfirmAsync();
        await terminal.Panel.WaitUntilTitledAsync("COMPLETED");
    }

    /// <summary>The operations of somebody's card, the newest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> OperationsAsync(string name)
    {
        var pan = Cardholder(name).Pan;
        var masked = string.Create(CultureInfo.InvariantCulture, $"{pan[..6]}******{pan[^4..]}");
        return [.. (await Admin.AllAsync("operations")).Where(o => o!["maskedPan"]!.GetValue<string>() == masked)!];
    }

    private Task AddIssuerAsync((string Low, string High) range, string ica, string issuerName, string country, string product) =>
        Admin.AddAsync("issuers", new { range = new { low = range.Low, high = range.High }, ica, issuerName, country, product });
}

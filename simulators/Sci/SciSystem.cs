using System.Collections.Concurrent;
using System.Globalization;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Web;
using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using PairingLab.Sci.Core.Commands;
using PairingLab.Sci.Devices.Pos;
using PairingLab.Sci.Devices.Terminal;
using PairingLab.Sci.Screens;
using PairingLab.Sci.Service;

namespace PairingLab.Sci;

/// <summary>The SCI system of a site: the pairing service, four tenants, and any number of EFTPOS terminals and POSs.</summary>
public sealed class SciSystem : IPairingSystem
{
    /// <summary>The EFTPOS terminal.</summary>
    public const string TerminalKind = "eftpos-terminal";

    /// <summary>The reference POS.</summary>
    public const string PosKind = "sci-pos";

    private const string LivePos = "Reference POS with live key";

    private readonly SiteParts parts;
    private readonly SciService sci;
    private readonly SciServers servers;
    private readonly ConcurrentDictionary<string, TerminalDevice> terminals = new(StringComparer.Ordinal);

    /// <summary>SCI with what the site's store holds.</summary>
    public SciSystem(SiteParts parts, SciSettings settings)
    {
        this.parts = parts;
        sci = new(settings, parts.Store, parts.Clock, parts.Seed is { } seed ? SciCodes.Seeded(seed) : SciCodes.Cryptographic);
        Uplink = new("sci", parts.Clock, new Random(parts.Seed ?? Environment.TickCount));
        Ear = new(Uplink);
        servers = new(sci, parts.Store, Ear);
    }

    /// <summary>SCI's own cable: what is lost there is lost for every POS, the lab's or not. Terminals have another way.</summary>
    public Cable Uplink { get; }

    /// <summary>Hears what POSs ask.</summary>
    public SciEar Ear { get; }

    /// <summary>Where the pairing service is.</summary>
    public string PairingService => servers.Pairing;

    /// <summary>What the maker of a POS is given.</summary>
    public SciCredentials Credentials => sci.Credentials;

    /// <inheritdoc />
    public string Name => "sci";

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Models { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [TerminalKind] = ["EFTPOS terminal"],
        [PosKind] = ["Reference POS", LivePos],
    };

    /// <inheritdoc />
    public IEnumerable<SystemCard> Directory =>
    [
        new(Name, "pairing-service", servers.Pairing, null, $"{servers.Pairing}/openapi.json", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["apiKey"] = sci.Credentials.ApiKey,
            ["liveApiKey"] = sci.Credentials.LiveApiKey,
            ["signingSecretPartA"] = sci.Credentials.SigningSecretPartA,
        }),
        .. Tenant.All.Where(t => t.IsAuthorised).Select(t => new SystemCard(
            Name, t.Id, servers.AddressOf(t.Id), null, $"{servers.AddressOf(t.Id)}/openapi.json", new Dictionary<string, string>(StringComparer.Ordinal))),
    ];

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancel) => servers.StartAsync(cancel);

    /// <inheritdoc />
    public (IDevice? Device, string? WhyNot) Make(DeviceSpec spec)
    {
        var models = Models[spec.Kind];
        var card = new DeviceCard(spec.Id, spec.Kind, Name, spec.Model ?? models[0]);
        return !models.Contains(card.Model, StringComparer.Ordinal) ? (null, $"no {spec.Kind} is a '{card.Model}'; there are: {string.Join(", ", models)}")
            : spec.Kind == PosKind ? (MakePos(card), null)
            : spec.ConnectedTo is { } tenant && Tenant.Find(tenant) is null ? (null, NoTenant(tenant))
            : (MakeTerminal(card, spec.ConnectedTo), null);
    }

    /// <inheritdoc />
    public string? Connect(string device, string to)
    {
        if (!terminals.ContainsKey(device))
        {
            return $"'{device}' is no EFTPOS terminal; only terminals belong to a tenant";
        }

        if (Tenant.Find(to) is null)
        {
            return NoTenant(to);
        }

        Enrol(device, to);
        return null;
    }

    /// <inheritdoc />
    public (IReadOnlyList<string> Ids, string? Now) Plugs(string device) =>
        terminals.ContainsKey(device) ? ([.. Tenant.All.Select(t => t.Id)], sci.State.Terminals[device].Tenant) : ([], null);

    /// <inheritdoc />
    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) => SciGuide.Of(devices);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await servers.DisposeAsync().ConfigureAwait(false);
        sci.Dispose();
    }

    private TerminalDevice MakeTerminal(DeviceCard card, string? tenant)
    {
        Enrol(card.Id, tenant ?? sci.State.Terminals.GetValueOrDefault(card.Id)?.Tenant ?? Tenant.All[0].Id);
        return terminals[card.Id] = new(card, sci.Settings, parts.Cables.Lay(card.Id), parts.Tap, parts.Clock, () => servers.Terminals);
    }

    private PosDevice MakePos(DeviceCard card) => new(
        card,
        sci.Settings,
        parts,
        new(() => servers.Pairing, card.Model == LivePos ? sci.Credentials.LiveApiKey : sci.Credentials.ApiKey, sci.Credentials.SigningSecretPartA));

    private void Enrol(string id, string tenant) => sci.Do(new EnrolTerminal(id, Tid(id), Nickname(id), tenant));

    private static string NoTenant(string id) => $"no tenant '{id}'; there are: {string.Join(", ", Tenant.All.Select(t => t.Id))}";

    /// <summary>As in the seed's example, "Terminal 123" and "tid123": the number of the device, or its name where it has none.</summary>
    private static string Nickname(string id) => $"Terminal {Number(id)}";

    private static string Tid(string id) => $"tid{Number(id)}";

    private static string Number(string id)
    {
        var digits = string.Concat(id.Reverse().TakeWhile(char.IsAsciiDigit).Reverse());
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (100 + number).ToString(CultureInfo.InvariantCulture) : id;
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Simulation;
using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
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

    /// <inheritdoc cref="IPairingSystem.Description" />
    public static SystemDescription Description { get; } = SystemDescription.Of<SciSettings>(
        "sci",
        (parts, settings) => new SciSystem(parts, settings),
        new DeviceKind(TerminalKind, "EFTPOS terminal"),
        new DeviceKind(PosKind, "Reference POS", LivePos)) with
    {
        Title = "SCI",
        Beginning = "a shop with EFTPOS terminals and POSs",
        Connecting =
        [
            "Give your POS the pairing service's address, the API key (liveApiKey for tenant-live) and part A of the signing secret.",
            "On a terminal press [Pair with POS]; your POS sends its code with POST /v1/progress-pairing and stores all of the answer.",
            "Confirm the code on the terminal. From then on your POS speaks to the base URL of the answer, and signs each request.",
        ],
        SecretMembers =
        [
            "apiKey", "signingSecretPartA", "signingSecretPartB", "signing_secret_part_a", "signing_secret_part_b",
            "pairing_code", "pairingCode",
        ],
        Style = (typeof(SciSystem).Assembly, "sci.css"),
        SampleDevices = [new("eftpos-1", TerminalKind), new("eftpos-2", TerminalKind, ConnectedTo: "tenant-2"), new("sci-pos-1", PosKind)],
    };

    private readonly SiteParts parts;
    private readonly SciService sci;
    private readonly SciServers servers;
    private readonly ConcurrentDictionary<string, IDevice> terminals = new(StringComparer.Ordinal);

    /// <summary>SCI with what the site's store holds.</summary>
    public SciSystem(SiteParts parts, SciSettings settings)
    {
        this.parts = parts;
        sci = new(settings, parts.Store, parts.Clock, parts.Seed is { } seed ? SciCodes.Seeded(seed) : SciCodes.Cryptographic);
        Uplink = new("sci", parts.Clock, SeededRandom.Of(parts.Seed ?? Environment.TickCount, "sci"));
        Recorder = new(Uplink);
        servers = new(sci, parts.Store, Recorder, parts.Listening);
    }

    /// <summary>SCI's own cable: what is lost there is lost for every POS, the lab's or not. Terminals have another way.</summary>
    public Cable Uplink { get; }

    /// <summary>Records the requests of POSs.</summary>
    public RequestRecorder Recorder { get; }

    /// <summary>Where the pairing service is.</summary>
    public string PairingService => servers.Pairing;

    /// <summary>What the maker of a POS is given.</summary>
    public SciCredentials Credentials => sci.Credentials;

    /// <inheritdoc />
    SystemDescription IPairingSystem.Description => Description;

    /// <inheritdoc />
    public IEnumerable<SystemInfo> Directory =>
    [
        new(
            Description.Name,
            "pairing-service",
            servers.Pairing,
            null,
            $"{servers.Pairing}/openapi.json",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["apiKey"] = sci.Credentials.ApiKey,
                ["liveApiKey"] = sci.Credentials.LiveApiKey,
                ["signingSecretPartA"] = sci.Credentials.SigningSecretPartA,
            }),
        .. Tenant.All.Where(t => t.IsAuthorised).Select(t => new SystemInfo(
            Description.Name, t.Id, servers.AddressOf(t.Id), null, $"{servers.AddressOf(t.Id)}/openapi.json",
            new Dictionary<string, string>(StringComparer.Ordinal))),
    ];

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancel) => servers.StartAsync(cancel);

    /// <inheritdoc />
    public (IDevice? Device, string? WhyNot) Make(DeviceInfo info, DeviceSpec spec) =>
        info.Kind == PosKind ? (MakePos(info), null)
        : spec.ConnectedTo is { } tenant && Tenant.Find(tenant) is null ? (null, NoTenant(tenant))
        : (MakeTerminal(info, spec.ConnectedTo), null);

    /// <inheritdoc />
    public string? Connect(string device, string to)
    {
        if (!terminals.ContainsKey(device))
        {
            return $"'{device}' is not an EFTPOS terminal; only terminals belong to a tenant";
        }

        if (Tenant.Find(to) is null)
        {
            return NoTenant(to);
        }

        Enrol(device, to);
        return null;
    }

    /// <inheritdoc />
    public (IReadOnlyList<string> Ids, string? Now) Connections(string device) =>
        terminals.ContainsKey(device) ? ([.. Tenant.All.Select(t => t.Id)], sci.State.Terminals[device].Tenant) : ([], null);

    /// <inheritdoc />
    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) => SciGuide.Of(devices, sci.State);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await servers.DisposeAsync();
        sci.Dispose();
    }

    private IDevice MakeTerminal(DeviceInfo info, string? tenant)
    {
        var known = sci.State.Terminals.GetValueOrDefault(info.Id);
        Enrol(info.Id, tenant ?? known?.Tenant ?? Tenant.All[0].Id);
        if (known is null && (PlaysById.Find(info.Id) ?? sci.Settings.Plays) is not Plays.Person and var plays)
        {
            sci.Do(new ConfigureTerminal(info.Id, new() { Plays = plays }));
        }

        return terminals[info.Id] = new Device<TerminalState, TerminalRequest, TerminalReply>(
            info,
            parts,
            new TerminalLogic(info.Id, sci.Settings),
            () => new TerminalClient(Http(info), $"{servers.Terminals}/v1/terminals/{info.Id}"),
            typeof(EftposTerminalView));
    }

    private Device<PosState, PosRequest, PosReply> MakePos(DeviceInfo info)
    {
        var apiKey = info.Model == LivePos ? sci.Credentials.LiveApiKey : sci.Credentials.ApiKey;
        return new(
            info,
            parts,
            new PosLogic(info.Id, sci.Settings),
            () => new PosClient(Http(info), new(servers.Pairing, apiKey, sci.Credentials.SigningSecretPartA), parts.Clock),
            typeof(PosView));
    }

    private DeviceHttp Http(DeviceInfo info) => new(parts.Cables.Lay(info.Id), parts.Tap, new());

    private void Enrol(string id, string tenant) => sci.Do(new EnrolTerminal(id, Tid(id), Nickname(id), tenant));

    private static string NoTenant(string id) => $"no tenant '{id}'; there are: {string.Join(", ", Tenant.All.Select(t => t.Id))}";

    /// <summary>
    /// As in the example of the SCI integration guide, "Terminal 123" and "tid123": the number of the device, or its name where it
    /// has none.
    /// </summary>
    private static string Nickname(string id) => $"Terminal {Number(id)}";

    private static string Tid(string id) => $"tid{Number(id)}";

    private static string Number(string id)
    {
        var digits = string.Concat(id.Reverse().TakeWhile(char.IsAsciiDigit).Reverse());
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (100 + number).ToString(CultureInfo.InvariantCulture)
            : id;
    }
}

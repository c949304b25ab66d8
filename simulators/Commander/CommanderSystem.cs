using System.Collections.Concurrent;
using PairingLab.Commander.Devices.ConfigurationClient;
using PairingLab.Commander.Devices.MailServer;
using PairingLab.Commander.Devices.Router;
using PairingLab.Commander.Devices.StatusDisplay;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Commander.Service;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Simulation;

namespace PairingLab.Commander;

/// <summary>The Commander system of a site: any number of Commanders, Configuration Clients and POS workstations.</summary>
public sealed class CommanderSystem(SiteParts parts, CommanderSettings settings) : IPairingSystem
{
    /// <summary>The Commander with its status display.</summary>
    public const string DisplayKind = "commander-display";

    /// <summary>The Configuration Client.</summary>
    public const string ClientKind = "configuration-client";

    /// <summary>The POS workstation.</summary>
    public const string WorkstationKind = "pos-workstation";

    /// <summary>A router between workstations and their Commander.</summary>
    public const string RouterKind = "router";

    /// <summary>The site's mail server.</summary>
    public const string MailServerKind = "mail-server";

    /// <inheritdoc cref="IPairingSystem.Description" />
    public static SystemDescription Description { get; } = SystemDescription.Of<CommanderSettings>(
        "commander",
        (parts, settings) => new CommanderSystem(parts, settings),
        new DeviceKind(DisplayKind, "Commander", "RubyCi", "Commander 16") { HasLine = true, HasBase = true },
        new DeviceKind(ClientKind, "Configuration Client") { PluggedInto = ("commander", DisplayKind) },
        new DeviceKind(WorkstationKind, "Topaz", "Ruby2", "C18") { HasBase = true, PluggedInto = ("commander", DisplayKind) },
        new DeviceKind(RouterKind, "Router") { PluggedInto = ("commander", DisplayKind) },
        new DeviceKind(MailServerKind, "Mail server")) with
    {
        Title = "Commander",
        Beginning = "a new installation",
        Connecting =
        [
            "A workstation or a Configuration Client of your own speaks to the address of its Commander, and trusts whom it meets there.",
            "A display probe reads the status display on the serial line that stands on the Commander's front.",
            "Sign in at config-1 as manager with the password below; cashier has no Site Security.",
        ],
        SecretMembers = ["otp", "proof", "session", "signIn", "newPassword"],
        Style = (typeof(CommanderSystem).Assembly, "commander.css"),
        SampleDevices =
        [
            new("commander-1", DisplayKind),
            new("config-1", ClientKind),
            new("pos-1", WorkstationKind, "Topaz"),
            new("pos-2", WorkstationKind, "Ruby2"),
            new("pos-3", WorkstationKind, "C18"),
            new("router-1", RouterKind),
            new("mail-1", MailServerKind),
        ],
    };

    /// <summary>By the id of the display: its Commander since it last got power; null before the first time.</summary>
    private readonly ConcurrentDictionary<string, DisplayClient?> commanders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RouterDevice> routers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, MailServerDevice> mailServers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> workstations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Action> helped = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> plugs = new(StringComparer.Ordinal);
    private readonly CommanderCodes codes = parts.Seed is { } seed ? CommanderCodes.Seeded(seed) : CommanderCodes.Cryptographic;

    /// <inheritdoc />
    SystemDescription IPairingSystem.Description => Description;

    /// <inheritdoc />
    public IEnumerable<SystemInfo> Directory => commanders.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => new SystemInfo(
        Description.Name,
        c.Key,
        c.Value?.Address,
        null,
        c.Value?.Address is { } api ? $"{api}/openapi.json" : null,
        new Dictionary<string, string>(
            Credentials("manager", settings.ManagerPassword, c.Value).Concat(Credentials("cashier", settings.CashierPassword, c.Value)),
            StringComparer.Ordinal)));

    /// <summary>A password that its user has changed is known to that user only.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Credentials(string user, string password, DisplayClient? client)
    {
        yield return new($"{user}User", user);
        if (client?.Commander?.State.Passwords.GetValueOrDefault(user)?.Hash is null)
        {
            yield return new($"{user}Password", password);
        }
    }

    /// <inheritdoc />
    public (IDevice? Device, string? WhyNot) Make(DeviceInfo info, DeviceSpec spec)
    {
        if (spec.Base is { } given && !Version.TryParse(given, out _))
        {
            return (null, $"invalid software base '{given}'; it must look like 53.29");
        }

        if (!Enum.TryParse<SerialParity>(spec.Parity, ignoreCase: true, out var parity) || !Enum.IsDefined(parity))
        {
            return (null, $"unknown parity '{spec.Parity}'; allowed values: none, even, odd");
        }

        return info.Kind switch
        {
            DisplayKind => (MakeCommander(info, spec), null),
            ClientKind => (MakeClient(info, spec), null),
            RouterKind => (MakeRouter(info, spec), null),
            MailServerKind => (mailServers[info.Id] = new(info, parts.Listening), null),
            _ => (MakeWorkstation(info, spec), null),
        };
    }

    /// <inheritdoc />
    public string? Connect(string device, string to)
    {
        if (!commanders.ContainsKey(to))
        {
            return $"unknown Commander '{to}'; allowed values: {string.Join(", ", commanders.Keys.Order(StringComparer.Ordinal))}";
        }

        plugs[device] = to;
        Route();
        TellHelped();
        return null;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc />
    public (IReadOnlyList<string> Ids, string? Now) Connections(string device) =>
        commanders.ContainsKey(device) || mailServers.ContainsKey(device) ? ([], null)
            : ([.. commanders.Keys.Order(StringComparer.Ordinal)], CommanderOf(device));

    /// <inheritdoc />
    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) =>
        WorkstationGuide.Of(devices, settings, display => commanders.GetValueOrDefault(display)?.Commander?.State, CommanderOf);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Device<DisplayState, DisplayRequest, DisplayReply> MakeCommander(DeviceInfo info, DeviceSpec spec)
    {
        var line = parts.Lines.Lay(info.Id, new(spec.Baud, Enum.Parse<SerialParity>(spec.Parity, ignoreCase: true)));
        var probe = new DisplayProbe(line, parts.Clock, settings.DisplayHeartbeat);
        var firstBase = spec.Base ?? Core.SoftwareBase.FirstWithPairing;
        commanders[info.Id] = null;
        return Helped<DisplayState, DisplayRequest, DisplayReply>(new(
            info,
            parts,
            new DisplayLogic(info, settings),
            Connect,
            typeof(StatusDisplayView))
        {
            SerialLine = probe,
            HasCable = false,
            Advice = panel => HelpFor(info.Id, panel),
        });

        DisplayClient Connect() => commanders[info.Id] = new(info, firstBase, settings, parts, codes, probe, TellHelped, Smtp)
        {
            Address = commanders[info.Id]?.Address,
        };
    }

    private Device<ClientState, ClientRequest, ClientReply> MakeClient(DeviceInfo info, DeviceSpec spec)
    {
        Plug(spec);
        return Helped<ClientState, ClientRequest, ClientReply>(new(
            info,
            parts,
            new ClientLogic(info.Id, settings),
            () => new ClientConnection(Http(info.Id), () => AddressFor(info.Id)),
            typeof(ConfigurationClientView))
        {
            Advice = panel => HelpFor(info.Id, panel),
        });
    }

    private RouterDevice MakeRouter(DeviceInfo info, DeviceSpec spec)
    {
        Plug(spec);
        var router = new RouterDevice(info, Route);
        routers[info.Id] = router;
        Route();
        return router;
    }

    /// <summary>The server that the settings name, or the first mail server that is there.</summary>
    private SmtpSender Smtp => new(
        () => settings.MailServer.Length > 0 ? settings.MailServer
            : mailServers.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => m.Value.Address).FirstOrDefault(),
        settings.MailFrom);

    /// <summary>Cuts the path of each workstation behind a router without power.</summary>
    private void Route()
    {
        foreach (var workstation in workstations.Keys)
        {
            var commander = CommanderOf(workstation);
            var isBlocked = routers.Values.Any(r => r.Blocks && CommanderOf(r.Info.Id) == commander);
            parts.Cables.Lay(workstation).Interrupt(isBlocked);
        }
    }

    /// <summary>What the lab tells beside a device: the state of the Pairing Service, and the guide's entry for a message.</summary>
    private List<TesterNote> HelpFor(string device, Panel panel)
    {
        var commander = commanders.ContainsKey(device) ? device : CommanderOf(device);
        var help = new List<TesterNote>
        {
            ServiceHelp.Of(commander is null ? null : commanders.GetValueOrDefault(commander)?.Commander?.State, parts.Clock.GetUtcNow()),
        };
        if (Troubleshooting.For(panel) is { } entry)
        {
            help.Add(entry);
        }

        return help;
    }

    private Device<TState, TRequest, TReply> Helped<TState, TRequest, TReply>(Device<TState, TRequest, TReply> device)
        where TState : class
        where TRequest : notnull
    {
        helped[device.Info.Id] = device.HelpChanged;
        return device;
    }

    private void TellHelped()
    {
        foreach (var tell in helped.Values)
        {
            tell();
        }
    }

    /// <summary>
    /// Trusts whom it meets: a Configuration Client, and a workstation that is not paired yet, can't know their Commander.
    /// </summary>
    private DeviceHttp Http(string device) =>
        new(parts.Cables.Lay(device), parts.Tap, new() { RemoteCertificateValidationCallback = (_, _, _, _) => true });

    private Device<WorkstationState, WorkstationRequest, WorkstationReply> MakeWorkstation(DeviceInfo info, DeviceSpec spec)
    {
        Plug(spec);
        workstations[info.Id] = 0;
        Route();
        Device<WorkstationState, WorkstationRequest, WorkstationReply> made = null!;
        made = new(
            info,
            parts,
            new WorkstationLogic(info, spec.Base ?? Core.SoftwareBase.FirstWithPairing, settings),
            () => new WorkstationClient(info, parts, Http(info.Id), () => AddressFor(info.Id)),
            typeof(WorkstationView))
        {
            Advice = panel => [.. HelpFor(info.Id, panel), .. RemoteHelp(made.Remote)],
        };
        return Helped(made);
    }

    private static IEnumerable<TesterNote> RemoteHelp(string? address) => address is null ? [] :
    [
        new(
            "Helpdesk's remote session",
            address,
            "A stand-in for the maker's SSH: open it with PuTTY, connection type Raw, or with nc.",
            "It is not encrypted and asks for no password."),
    ];

    private void Plug(DeviceSpec spec)
    {
        if (spec.ConnectedTo is { } to)
        {
            plugs[spec.Id] = to;
        }
    }

    private string? AddressFor(string device) =>
        CommanderOf(device) is { } id ? commanders.GetValueOrDefault(id)?.Address : null;

    /// <summary>The Commander that a device is plugged into; the site's first one when nothing is said.</summary>
    private string? CommanderOf(string device) =>
        plugs.GetValueOrDefault(device) ?? commanders.Keys.Order(StringComparer.Ordinal).FirstOrDefault();
}

using System.Collections.Concurrent;
using PairingLab.Commander.Controller;
using PairingLab.Commander.Devices.ConfigurationClient;
using PairingLab.Commander.Devices.StatusDisplay;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Commander.Screens;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Serial;
using PairingLab.Kernel.Web;

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

    private readonly ConcurrentDictionary<string, StatusDisplayDevice> commanders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> plugs = new(StringComparer.Ordinal);
    private readonly CommanderCodes codes = parts.Seed is { } seed ? CommanderCodes.Seeded(seed) : CommanderCodes.Cryptographic;

    /// <inheritdoc />
    public string Name => "commander";

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Models { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [DisplayKind] = ["Commander", "RubyCi", "Commander 16"],
        [ClientKind] = ["Configuration Client"],
        [WorkstationKind] = ["Topaz", "Ruby2", "C18"],
    };

    /// <inheritdoc />
    public IEnumerable<SystemCard> Directory => commanders.Values.OrderBy(c => c.Card.Id, StringComparer.Ordinal).Select(c => new SystemCard(
        Name,
        c.Card.Id,
        c.Address,
        null,
        c.Address is { } api ? $"{api}/openapi.json" : null,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["managerUser"] = "manager",
            ["managerPassword"] = CommanderUsers.ManagerPassword,
            ["cashierUser"] = "cashier",
            ["cashierPassword"] = CommanderUsers.CashierPassword,
        }));

    /// <inheritdoc />
    public (IDevice? Device, string? WhyNot) Make(DeviceSpec spec)
    {
        var models = Models[spec.Kind];
        var model = spec.Model ?? models[0];
        if (!models.Contains(model, StringComparer.Ordinal))
        {
            return (null, $"no {spec.Kind} is a '{model}'; there are: {string.Join(", ", models)}");
        }

        if (spec.Base is { } given && !Version.TryParse(given, out _))
        {
            return (null, $"base '{given}' is no software base; it looks like 53.29");
        }

        if (!Enum.TryParse<PortParity>(spec.Parity, ignoreCase: true, out _))
        {
            return (null, $"parity '{spec.Parity}' is none; there are: none, even, odd");
        }

        var card = new DeviceCard(spec.Id, spec.Kind, Name, model);
        return spec.Kind switch
        {
            DisplayKind => (MakeCommander(card, spec), null),
            ClientKind => (MakeClient(card, spec), null),
            _ => (MakeWorkstation(card, spec), null),
        };
    }

    /// <inheritdoc />
    public string? Connect(string device, string to)
    {
        if (!commanders.ContainsKey(to))
        {
            return $"no Commander '{to}'; there are: {string.Join(", ", commanders.Keys.Order(StringComparer.Ordinal))}";
        }

        plugs[device] = to;
        return null;
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc />
    public (IReadOnlyList<string> Ids, string? Now) Plugs(string device) =>
        commanders.ContainsKey(device) ? ([], null) : ([.. commanders.Keys.Order(StringComparer.Ordinal)], CommanderOf(device));

    /// <inheritdoc />
    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) => WorkstationGuide.Of(devices);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private StatusDisplayDevice MakeCommander(DeviceCard card, DeviceSpec spec)
    {
        var line = new DisplayLine(parts.Lines.Lay(card.Id, new(spec.Baud, Enum.Parse<PortParity>(spec.Parity, ignoreCase: true))));
        return commanders[card.Id] = new(card, spec.Base ?? Core.SoftwareBase.FirstWithPairing, settings, parts.Clock, parts.Store, codes, line);
    }

    private ConfigurationClientDevice MakeClient(DeviceCard card, DeviceSpec spec)
    {
        Plug(spec);
        return new(card, settings, parts.Cables.Lay(card.Id), parts.Tap, parts.Clock) { CommanderAddress = () => AddressFor(card.Id) };
    }

    private WorkstationDevice MakeWorkstation(DeviceCard card, DeviceSpec spec)
    {
        Plug(spec);
        return new(card, spec.Base ?? Core.SoftwareBase.FirstWithPairing, settings, parts.Cables.Lay(card.Id), parts.Tap, parts.Clock, parts.Store)
        {
            CommanderAddress = () => AddressFor(card.Id),
        };
    }

    private void Plug(DeviceSpec spec)
    {
        if (spec.ConnectedTo is { } to)
        {
            plugs[spec.Id] = to;
        }
    }

    private string? AddressFor(string device) =>
        CommanderOf(device) is { } id && commanders.TryGetValue(id, out var commander) ? commander.Address : null;

    /// <summary>The Commander that a device is plugged into; the site's first one when nothing is said.</summary>
    private string? CommanderOf(string device) =>
        plugs.GetValueOrDefault(device) ?? commanders.Keys.Order(StringComparer.Ordinal).FirstOrDefault();
}

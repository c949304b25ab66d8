using System.Collections.Concurrent;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Web;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Cas;
using PairingLab.TerminalTrust.Devices.Kiosk;
using PairingLab.TerminalTrust.Screens;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust;

/// <summary>The terminals and servers of a site: any number of each.</summary>
public sealed class TerminalTrustSystem(SiteParts parts, TrustSettings settings) : IPairingSystem
{
    /// <summary>A server with its admin page.</summary>
    public const string CasKind = "cas";

    /// <summary>A terminal.</summary>
    public const string KioskKind = "kiosk-terminal";

    private readonly ConcurrentDictionary<string, CasDevice> servers = new(StringComparer.Ordinal);
    private readonly TrustSecrets secrets = new(parts.Seed);

    /// <inheritdoc />
    public string Name => "terminal-trust";

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Models { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [CasKind] = ["CAS"],
        [KioskKind] = ["BATMThree", "BATMTwo", "BATMFour"],
    };

    /// <inheritdoc />
    public IEnumerable<SystemCard> Directory => servers.Values.OrderBy(s => s.Card.Id, StringComparer.Ordinal).Select(CardOf);

    /// <inheritdoc />
    public (IDevice? Device, string? WhyNot) Make(DeviceSpec spec)
    {
        var models = Models[spec.Kind];
        var model = spec.Model ?? models[0];
        if (!models.Contains(model, StringComparer.Ordinal))
        {
            return (null, $"no {spec.Kind} is a '{model}'; there are: {string.Join(", ", models)}");
        }

        var firmware = spec.Base ?? Firmware.FirstWithPairing;
        if (!Firmware.IsVersion(firmware))
        {
            return (null, $"base '{firmware}' is no firmware; it has eight digits, such as {Firmware.FirstWithPairing}");
        }

        var card = new DeviceCard(spec.Id, spec.Kind, Name, model);
        return spec.Kind == CasKind
            ? (servers[spec.Id] = new(card, settings, parts.Store, parts.Clock, secrets), null)
            : (new KioskDevice(card, TypePlate.SerialOf(spec.Id), firmware, settings, parts.Cables.Lay(spec.Id), parts.Tap, parts.Clock, parts.Store), null);
    }

    /// <inheritdoc />
    public string? Connect(string device, string to) => "a terminal finds its server by the server host in its advanced administration";

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc />
    public (IReadOnlyList<string> Ids, string? Now) Plugs(string device) => ([], null);

    /// <inheritdoc />
    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) => TerminalGuide.Of(devices);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private SystemCard CardOf(CasDevice cas) => new(
        Name,
        cas.Card.Id,
        cas.Addresses?.Gate,
        null,
        cas.Addresses?.GateDocument,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["master"] = cas.Addresses?.Master ?? "",
            ["masterOpenapi"] = cas.Addresses?.MasterDocument ?? "",
            ["operatorUser"] = "operator",
            ["operatorPassword"] = CasUser.OperatorPassword,
            ["operatorTotpSecret"] = cas.Server?.TotpSecret ?? "",
            ["clerkUser"] = "clerk",
            ["clerkPassword"] = CasUser.ClerkPassword,
        });
}

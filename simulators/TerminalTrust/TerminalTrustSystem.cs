using System.Collections.Concurrent;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Simulation;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Cas;
using PairingLab.TerminalTrust.Devices.Kiosk;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust;

/// <summary>The terminals and servers of a site: any number of each.</summary>
public sealed class TerminalTrustSystem(SiteParts parts, TrustSettings settings) : IPairingSystem
{
    /// <summary>A server with its admin page.</summary>
    public const string CasKind = "cas";

    /// <summary>A terminal.</summary>
    public const string KioskKind = "kiosk-terminal";

    /// <inheritdoc cref="IPairingSystem.Description" />
    public static SystemDescription Description { get; } = SystemDescription.Of<TrustSettings>(
        "terminal-trust",
        (parts, settings) => new TerminalTrustSystem(parts, settings),
        new DeviceKind(CasKind, "CAS"),
        new DeviceKind(KioskKind, "BATMThree", "BATMTwo", "BATMFour")) with
    {
        Title = "Terminal trust",
        Beginning = "a server with its terminals",
        Connecting =
        [
            "Your terminal makes a client certificate of its own and says hello to gate, the api below: POST /terminal/hello, every 5 s.",
            "Create it at the CAS under its serial number, compare the fingerprint of its certificate there, and approve it.",
            "Gate then names master's address and the hash of its certificate, which your terminal pins.",
        ],
        Style = (typeof(TerminalTrustSystem).Assembly, "terminal-trust.css"),
        SampleDevices =
        [
            new("cas-1", CasKind),
            new("kiosk-1", KioskKind),
            new("kiosk-2", KioskKind, Base: "20221118"),
            new("kiosk-3", KioskKind, Base: "20190130"),
        ],
    };

    private readonly ConcurrentDictionary<string, CasDevice> servers = new(StringComparer.Ordinal);
    private readonly TrustSecrets secrets = new(parts.Seed);

    /// <inheritdoc />
    SystemDescription IPairingSystem.Description => Description;

    /// <inheritdoc />
    public IEnumerable<SystemInfo> Directory => servers.Values.OrderBy(s => s.Info.Id, StringComparer.Ordinal).Select(CardOf);

    /// <inheritdoc />
    public (IDevice? Device, string? WhyNot) Make(DeviceInfo info, DeviceSpec spec)
    {
        var firmware = spec.Base ?? Firmware.FirstWithPairing;
        if (!Firmware.IsVersion(firmware))
        {
            return (null, $"invalid base '{firmware}'; a firmware version has eight digits, such as {Firmware.FirstWithPairing}");
        }

        if (info.Kind == CasKind)
        {
            return (servers[info.Id] = new(info, settings, parts.Store, parts.Clock, secrets, parts.Listening), null);
        }

        return (MakeTerminal(info, firmware), null);
    }

    /// <inheritdoc />
    public string? Connect(string device, string to) => "a terminal finds its server by the server host in its advanced administration";

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc />
    public (IReadOnlyList<string> Ids, string? Now) Connections(string device) => ([], null);

    /// <inheritdoc />
    public PairingGuide? Guide(IReadOnlyList<IDevice> devices) => TerminalGuide.Of(devices, settings, parts.Clock.GetUtcNow());

    /// <inheritdoc />
    public IReadOnlyList<LabHelp> Help(IReadOnlyList<IDevice> devices) =>
        [.. devices.OfType<CasDevice>().Where(c => c.Server is not null).Select(Authenticator)];

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Device<KioskState, KioskRequest, KioskReply> MakeTerminal(DeviceInfo info, string firmware) => new(
        info,
        parts,
        new KioskLogic(info.Id, SerialNumber.Of(info.Id), firmware, settings),
        () => new KioskClient(parts.Cables.Lay(info.Id), parts.Tap, parts.Clock),
        typeof(KioskView));

    private static LabHelp Authenticator(CasDevice cas)
    {
        var (code, until) = cas.Server!.Authenticator;
        return new(
            $"authenticator-{cas.Info.Id}",
            $"The operator's authenticator app, for {cas.Info.Id}",
            "A code is good once: for a second sign-in wait for the next one.")
        {
            Values = [new("Code", code)],
            Until = until,
        };
    }

    private SystemInfo CardOf(CasDevice cas) => new(
        Description.Name,
        cas.Info.Id,
        cas.Addresses?.Gate,
        null,
        cas.Addresses?.GateDocument,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["master"] = cas.Addresses?.Master ?? "",
            ["masterOpenapi"] = cas.Addresses?.MasterDocument ?? "",
            ["operatorUser"] = "operator",
            ["operatorPassword"] = settings.OperatorPassword,
            ["operatorTotpSecret"] = cas.Server?.TotpSecret ?? "",
            ["clerkUser"] = "clerk",
            ["clerkPassword"] = settings.ClerkPassword,
        });
}

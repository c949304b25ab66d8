using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Screens;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Cas;
using PairingLab.TerminalTrust.Devices.Kiosk;
using PairingLab.TerminalTrust.Service;
using KioskDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.TerminalTrust.Devices.Kiosk.KioskState,
    PairingLab.TerminalTrust.Devices.Kiosk.KioskRequest,
    PairingLab.TerminalTrust.Devices.Kiosk.KioskReply>;

namespace PairingLab.TerminalTrust;

/// <summary>The guide through the pairing of a terminal in deployment scenario A.</summary>
internal static class TerminalGuide
{
    private const int Done = 5;

    /// <summary>The guide for the terminal that has come furthest; null when a server or a terminal is missing.</summary>
    public static PairingGuide? Of(IReadOnlyList<IDevice> devices, TrustSettings settings, DateTimeOffset now)
    {
        var cas = devices.OfType<CasDevice>().FirstOrDefault();
        var terminals = devices.OfType<KioskDevice>().Select(k => (Kiosk: k, Step: StepAt(k, cas?.Server?.State))).ToList();
        if (cas is null || terminals.Count == 0)
        {
            return null;
        }

        var next = terminals.Where(t => t.Step < Done).DefaultIfEmpty(terminals[0]).MaxBy(t => t.Step);
        return new(
            "Pair a terminal",
            StepsFor(cas.Info.Id, next.Kiosk.Info, cas.Addresses?.ServerHost ?? "?", settings.OperatorPassword),
            next.Step,
            "Every terminal is paired. To pair one again, press [Unpair] in its action menu.")
        {
            Notes = [.. TerminalNotes.Of(cas.Info.Id, [.. terminals.Select(t => t.Kiosk)], cas.Server?.State, now)],
        };
    }

    private static int StepAt(KioskDevice kiosk, ServerState? server) =>
        server?.Terminals.GetValueOrDefault(SerialNumber.Of(kiosk.Info.Id)) is not { } terminal ? 1
        : terminal.Fingerprint is not null && kiosk.State?.InService == true ? Done
        : terminal.VpnKey is null && kiosk.State?.Scenario != DeploymentScenario.B ? 2
        : kiosk.State?.Host is not { Length: > 0 } ? 3
        : 4;

    private static IReadOnlyList<GuideStep> StepsFor(string cas, DeviceInfo kiosk, string host, string password) =>
    [
        new(1, "Create the terminal in CAS", cas,
            $"sign in as operator, password {password}; the authentication code is shown by the authenticator "
            + $"below. [Create terminal], serial number {SerialNumber.Of(kiosk.Id)}, [Create]."),
        new(2, "Generate its VPN configuration", cas,
            $"[Actions {SerialNumber.Of(kiosk.Id)}], [Generate VPN configuration], [Back]. In deployment scenario B, where the VPN is "
            + "outside, leave this out."),
        new(3, "Set the server host", kiosk.Id,
            $"[Advanced administration], server host {host}, [Save]. An old firmware is upgraded first, by itself."),
        new(4, "Compare and approve", cas,
            $"[Approve {SerialNumber.Of(kiosk.Id)}]. Compare the fingerprint with the pairing code on {kiosk.Id}'s error screen, "
            + "then [Approve]."),
    ];
}

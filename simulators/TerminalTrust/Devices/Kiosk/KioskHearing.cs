using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What follows from what a terminal hears.</summary>
public static class KioskHearing
{
    /// <summary>Gate answers, or does not.</summary>
    public static KioskState Gate(KioskState state, GateHeard heard) => heard.Answer switch
    {
        UpgradeRequiredResponse a when Firmware.IsVersion(a.To) && !Firmware.IsAtLeast(state.Firmware, a.To) => Out(state, null) with
        {
            Upgrade = state.Upgrade?.To == a.To ? state.Upgrade with { Package = a.Package } : new(a.To, a.Package),
        },
        WaitResponse => Out(state, null) with { WaitsForUpgrade = true },
        PendingResponse => Out(state, new(ErrorBits.Rejected, RejectionReason.NotPaired)),
        RejectedResponse a => Out(state, new(ErrorBits.Rejected, ReasonOf(a.Reason))),
        PairedResponse a => Paired(state, a),
        null when heard.Why != NoReply.None => Out(state, new(BitsOf(heard.Why))),

        // An answer that is none of these, or firmware that is older than its own.
        _ => Out(state, new(ErrorBits.UnknownNetworkError)),
    };

    /// <summary>Master answers, or does not.</summary>
    public static KioskState Master(KioskState state, MasterHeard heard) =>
        heard.Serves ? state with { InService = true, Trouble = null }
        : heard.Reason is { } reason ? Out(state, new(ErrorBits.Rejected, reason))
        : heard.IsAnother ? Out(state, new(ErrorBits.CertificateMismatch))
        : Out(state, new(BitsOf(heard.Why), Vpn: state.Scenario == DeploymentScenario.A && heard.Why is NoReply.Tunnel or NoReply.NobodyThere));

    /// <summary>A piece of a firmware package came, or did not.</summary>
    /// <param name="state">The state.</param>
    /// <param name="received">Bytes that are on the disk now.</param>
    /// <param name="total">Bytes of the package; 0 when no piece came.</param>
    /// <param name="why">Why no piece came.</param>
    public static KioskState Piece(KioskState state, int received, int total, NoReply why) =>
        total > 0 ? state with { Upgrade = state.Upgrade! with { Received = received, Total = total } }
        : Out(state, why == NoReply.None ? null : new(BitsOf(why)));

    /// <summary>A whole package is on the disk: the firmware only rises.</summary>
    public static KioskState Installed(KioskState state, string? version) =>
        version is not null && version == state.Upgrade!.To && !Firmware.IsAtLeast(state.Firmware, version)
            ? state with { Firmware = version, Upgrade = null }
            : Out(state, new(ErrorBits.UnknownNetworkError)) with { Upgrade = null };

    private static KioskState Paired(KioskState state, PairedResponse a)
    {
        if (state.Pin is { } pin && pin != a.MasterFingerprint)
        {
            return Out(state, new(ErrorBits.CertificateMismatch));
        }

        var paired = state with { Pin = a.MasterFingerprint, Vpn = a.Vpn, Master = a.Master, WaitsForUpgrade = false, Upgrade = null };
        return state.Scenario == DeploymentScenario.A && a.Vpn is null ? Out(paired, new(ErrorBits.NotReachable, Vpn: true)) : paired;
    }

    /// <summary>Out of service; what comes next is asked of gate.</summary>
    private static KioskState Out(KioskState state, KioskTrouble? trouble) =>
        state with { Trouble = trouble, InService = false, Master = null, WaitsForUpgrade = false };

    private static RejectionReason ReasonOf(int number) => Enum.IsDefined((RejectionReason)number) ? (RejectionReason)number : RejectionReason.Unknown;

    private static ErrorBits BitsOf(NoReply why) => why switch
    {
        NoReply.NobodyThere or NoReply.Tunnel => ErrorBits.NotReachable,
        NoReply.CalledBack => ErrorBits.NotReachable | ErrorBits.Timeout,
        NoReply.Tls => ErrorBits.TlsError,
        _ => ErrorBits.UnknownNetworkError,
    };
}

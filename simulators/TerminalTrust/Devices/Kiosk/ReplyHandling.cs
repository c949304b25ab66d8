using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What a terminal does with the replies of its server.</summary>
public static class ReplyHandling
{
    /// <summary>Gate has answered, or the request has failed.</summary>
    public static KioskState Gate(KioskState state, GateReply reply) => reply.Answer switch
    {
        UpgradeRequiredResponse a when Firmware.IsVersion(a.To) && !Firmware.IsAtLeast(state.Firmware, a.To) => Out(state, null) with
        {
            Upgrade = state.Upgrade?.To == a.To ? state.Upgrade with { Package = a.Package } : new(a.To, a.Package),
        },
        WaitResponse => Out(state, null) with { WaitsForUpgrade = true },
        PendingResponse => Out(state, new(ErrorBits.Rejected, RejectionReason.NotPaired)),
        RejectedResponse a => Out(state, new(ErrorBits.Rejected, ReasonOf(a.Reason))),
        PairedResponse a => Paired(state, a),
        null when reply.Why != FailureReason.None => Out(state, new(BitsOf(reply.Why))),

        // An unreadable answer, or firmware that is not newer than its own.
        _ => Out(state, new(ErrorBits.UnknownNetworkError)),
    };

    /// <summary>Master has answered, or the request has failed.</summary>
    public static KioskState Master(KioskState state, MasterReply reply) =>
        reply.Serves ? state with { InService = true, Trouble = null }
        : reply.Reason is { } reason ? Out(state, new(ErrorBits.Rejected, reason))
        : reply.IsAnother ? Out(state, new(ErrorBits.CertificateMismatch))
        : Out(state, new(BitsOf(reply.Why), Vpn: state.Scenario == DeploymentScenario.A && IsNoPath(reply.Why)));

    /// <summary>
    /// A piece of a firmware package was received, or the request has failed. The last piece and the installation are one change: a power
    /// cut between them would leave a package that is never installed.
    /// </summary>
    public static KioskState Piece(KioskState state, PieceReply reply)
    {
        if (reply.Piece.Length == 0)
        {
            return Piece(state, 0, 0, reply.Why);
        }

        byte[] whole = [.. Downloaded(state), .. reply.Piece];
        var after = Piece(state, whole.Length, reply.Total, reply.Why) with { Package = Convert.ToBase64String(whole) };
        return whole.Length >= reply.Total ? Installed(after, FirmwarePackage.VersionIn(whole)) : after;
    }

    /// <summary>The bytes of a firmware package that have arrived, or the failure of the request.</summary>
    /// <param name="state">The state.</param>
    /// <param name="received">Bytes that are on the disk.</param>
    /// <param name="total">Bytes of the package; 0 when no piece was received.</param>
    /// <param name="why">Why no piece was received.</param>
    public static KioskState Piece(KioskState state, int received, int total, FailureReason why) =>
        total > 0 ? state with { Upgrade = state.Upgrade! with { Received = received, Total = total } }
        : Out(state, why == FailureReason.None ? null : new(BitsOf(why)));

    /// <summary>A whole package is on the disk. It is installed when it is the expected version and newer.</summary>
    public static KioskState Installed(KioskState state, string? version) =>
        version is not null && version == state.Upgrade!.To && !Firmware.IsAtLeast(state.Firmware, version)
            ? state with { Firmware = version, Upgrade = null, Package = null }
            : Out(state, new(ErrorBits.UnknownNetworkError)) with { Upgrade = null, Package = null };

    /// <summary>What is there of the package that is being downloaded.</summary>
    private static byte[] Downloaded(KioskState state) =>
        state is { Upgrade.Received: > 0 and var received, Package: { } text } && Convert.FromBase64String(text) is var all
        && all.Length >= received ? all[..received] : [];

    private static KioskState Paired(KioskState state, PairedResponse a)
    {
        if (state.Pin is { } pin && pin != a.MasterFingerprint)
        {
            return Out(state, new(ErrorBits.CertificateMismatch));
        }

        var paired = state with { Pin = a.MasterFingerprint, Vpn = a.Vpn, Master = a.Master, WaitsForUpgrade = false, Upgrade = null };
        return state.Scenario == DeploymentScenario.A && a.Vpn is null ? Out(paired, new(ErrorBits.NotReachable, Vpn: true)) : paired;
    }

    /// <summary>Out of service; the next request goes to gate.</summary>
    private static KioskState Out(KioskState state, KioskTrouble? trouble) =>
        state with { Trouble = trouble, InService = false, Master = null, WaitsForUpgrade = false };

    private static RejectionReason ReasonOf(int number) =>
        Enum.IsDefined((RejectionReason)number) ? (RejectionReason)number : RejectionReason.Unknown;

    private static bool IsNoPath(FailureReason why) => why is FailureReason.Tunnel or FailureReason.NobodyThere;

    private static ErrorBits BitsOf(FailureReason why) => why switch
    {
        FailureReason.NobodyThere or FailureReason.Tunnel => ErrorBits.NotReachable,
        FailureReason.CalledBack => ErrorBits.NotReachable | ErrorBits.Timeout,
        FailureReason.Tls => ErrorBits.TlsError,
        _ => ErrorBits.UnknownNetworkError,
    };
}

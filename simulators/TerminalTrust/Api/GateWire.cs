using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Api;

/// <summary>Gate's answers, put into the shapes of the wire.</summary>
public static class GateWire
{
    /// <summary>How soon a terminal that has to wait may ask again (protocol page).</summary>
    private const int RetryAfterSeconds = 5;

    /// <summary>The wire's answer to a hello.</summary>
    public static HelloResponse Of(GateAnswer answer, string serial, string fingerprint, TrustServer server, ServerAddresses at) => answer.State switch
    {
        GateState.UpgradeRequired => new UpgradeRequiredResponse(answer.To!, $"{at.Gate}/terminal/packages/{answer.To}"),
        GateState.Wait => new WaitResponse(RetryAfterSeconds),
        GateState.Pending => new PendingResponse(fingerprint),
        GateState.Paired => new PairedResponse(at.Master, server.Keys.MasterFingerprint, VpnOf(server, serial, at)),
        GateState.Rejected => new RejectedResponse((int)answer.Reason!),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "an answer without a wire"),
    };

    private static VpnConfiguration? VpnOf(TrustServer server, string serial, ServerAddresses at) =>
        server.State.Terminals[serial].VpnKey is { } key ? new(at.Vpn, serial, key) : null;
}

using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Api;

/// <summary>Gate's answers, put into the shapes of the wire.</summary>
public static class GateWire
{
    /// <summary>How soon a terminal that has to wait may ask again (protocol page).</summary>
    private const int RetryAfterSeconds = 5;

    /// <summary>The wire's answer to a hello.</summary>
    /// <param name="answer">What the core has decided.</param>
    /// <param name="hello">The hello.</param>
    /// <param name="state">The server's state.</param>
    /// <param name="master">The fingerprint of master's certificate.</param>
    /// <param name="at">Where the server is reached.</param>
    public static HelloResponse Of(GateAnswer answer, Hello hello, ServerState state, string master, ServerAddresses at) => answer.State switch
    {
        GateState.UpgradeRequired => new UpgradeRequiredResponse(answer.To!, $"{at.Gate}/terminal/packages/{answer.To}"),
        GateState.Wait => new WaitResponse(RetryAfterSeconds),
        GateState.Pending => new PendingResponse(hello.Fingerprint),
        GateState.Paired => new PairedResponse(at.Master, master, VpnOf(state, hello.Serial, at)),
        GateState.Rejected => new RejectedResponse((int)answer.Reason!),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "an answer without a wire"),
    };

    private static VpnConfiguration? VpnOf(ServerState state, string serial, ServerAddresses at) =>
        state.Terminals[serial].VpnKey is { } key ? new(at.Vpn, serial, key) : null;
}

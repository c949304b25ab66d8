namespace PairingLab.TerminalTrust.Core;

/// <summary>What gate answers to a hello.</summary>
/// <param name="State">Which answer.</param>
/// <param name="To">The firmware to upgrade to.</param>
/// <param name="Reason">Why it is rejected.</param>
public sealed record GateAnswer(GateState State, string? To = null, RejectionReason? Reason = null)
{
    /// <summary>The operator has not decided.</summary>
    public static readonly GateAnswer Pending = new(GateState.Pending);

    /// <summary>The fingerprint is trusted.</summary>
    public static readonly GateAnswer Paired = new(GateState.Paired);

    /// <summary>All upgrade slots are taken.</summary>
    public static readonly GateAnswer Wait = new(GateState.Wait);

    /// <summary>A rejection.</summary>
    public static GateAnswer Rejected(RejectionReason reason) => new(GateState.Rejected, Reason: reason);
}

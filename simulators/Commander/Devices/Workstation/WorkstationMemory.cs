using System.Collections.Immutable;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>What a workstation keeps on its disk.</summary>
public sealed record WorkstationMemory(
    string Base,
    bool PairingMode,
    DateTimeOffset? TrustedUntil,
    DateTimeOffset? RenewFrom,
    bool RenewalAnnounced,
    PairingAlert Alert,
    ImmutableList<string> Messages)
{
    /// <summary>What is worth keeping of a state.</summary>
    public static WorkstationMemory Of(WorkstationState s) =>
        new(s.Base, s.PairingMode, s.TrustedUntil, s.RenewFrom, s.RenewalAnnounced, s.Alert, s.Messages);

    /// <summary>The state in which a workstation with this memory starts.</summary>
    public WorkstationState ToState() => new()
    {
        Base = Base,
        PairingMode = PairingMode,
        TrustedUntil = TrustedUntil,
        RenewFrom = RenewFrom,
        RenewalAnnounced = RenewalAnnounced,
        Alert = Alert,
        Messages = Messages,
    };
}

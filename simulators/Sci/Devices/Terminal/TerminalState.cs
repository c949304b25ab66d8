using PairingLab.Sci.Api;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>All that a terminal knows at one moment.</summary>
public sealed record TerminalState
{
    /// <summary>Whether the merchant wants it to be online.</summary>
    public bool Online { get; init; } = true;

    /// <summary>Whether its link to the tenant is up.</summary>
    public bool Connected { get; init; }

    /// <summary>What the tenant told last; null before the first word.</summary>
    public TerminalView? View { get; init; }

    /// <summary>The page of the menu.</summary>
    public TerminalPage Page { get; init; }

    /// <summary>A message with [OK]; null when there is none.</summary>
    public string? Message { get; init; }

    /// <summary>What it has asked its tenant and not been answered; null when nothing.</summary>
    public TerminalAct? Waiting { get; init; }

    /// <summary>The pairing whose outcome the merchant has seen.</summary>
    public string? Seen { get; init; }

    /// <summary>What is typed into the nickname.</summary>
    public string? Typed { get; init; }
}

using System.Collections.Immutable;
using PairingLab.Sci.Api;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>All that a terminal knows at one moment. It has no disk: what it must not forget is kept by its tenant.</summary>
public sealed record TerminalState
{
    /// <summary>Its link to the tenant.</summary>
    public LinkStatus Link { get; init; } = LinkStatus.Calling;

    /// <summary>When it says next that it is still here, or calls again.</summary>
    public DateTimeOffset BeatAt { get; init; }

    /// <summary>What the tenant told last; null before the first word.</summary>
    public TerminalView? View { get; init; }

    /// <summary>The page of the menu.</summary>
    public TerminalPage Page { get; init; }

    /// <summary>A message with [OK]; null when there is none.</summary>
    public string? Message { get; init; }

    /// <summary>What it has asked its tenant and not been answered; null when nothing.</summary>
    public TerminalAct? Waiting { get; init; }

    /// <summary>Whether nobody has pressed anything for what it has asked.</summary>
    public bool ByItself { get; init; }

    /// <summary>The result that is sent when the customer has said whether to print a receipt; null when that is not asked.</summary>
    public TerminalAct? Choice { get; init; }

    /// <summary>The transaction in which it has played an outage; null before the first.</summary>
    public string? Outage { get; init; }

    /// <summary>When it approves what it approves late; null when it does not.</summary>
    public DateTimeOffset? LateAt { get; init; }

    /// <summary>What it prints when its tenant has taken the result that it sends.</summary>
    public ImmutableList<string> ToPrint { get; init; } = [];

    /// <summary>What it has printed of the last transaction.</summary>
    public ImmutableList<string> Printed { get; init; } = [];

    /// <summary>The pairing whose outcome the merchant has seen.</summary>
    public string? Seen { get; init; }

    /// <summary>What is typed into the nickname.</summary>
    public string? Typed { get; init; }

    /// <summary>The pairing that is on the screen: one under way, or one whose outcome nobody has seen yet.</summary>
    public TerminalPairing? Unseen => View?.Pairing is { } pairing && pairing.Id != Seen ? pairing : null;
}

/// <summary>How a terminal's link to its tenant is.</summary>
public enum LinkStatus
{
    /// <summary>The merchant has switched the terminal offline.</summary>
    Off,

    /// <summary>Down; the terminal calls again at the next heartbeat.</summary>
    Down,

    /// <summary>Being opened.</summary>
    Calling,

    /// <summary>The tenant has been heard.</summary>
    Up,

    /// <summary>Up, and the terminal waits for a word to its heartbeat.</summary>
    Checking,
}

/// <summary>The pages of a terminal's menu.</summary>
public enum TerminalPage
{
    /// <summary>Ready for a transaction.</summary>
    Home,

    /// <summary>Its pairings.</summary>
    Pairings,

    /// <summary>Its nickname.</summary>
    Settings,

    /// <summary>How it takes payments.</summary>
    Payments,

    /// <summary>Who asks for a tip.</summary>
    Tipping,

    /// <summary>What is added to the amount.</summary>
    Surcharge,

    /// <summary>What it does by itself.</summary>
    Outcomes,
}

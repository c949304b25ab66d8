namespace PairingLab.Reports.Evidence;

/// <summary>A device's panel as it was read, or as it was after an act.</summary>
public sealed record PanelSeen : Seen
{
    /// <summary>The device's id.</summary>
    public required string Device { get; init; }

    /// <summary>What was done: "read", "press Pair POS".</summary>
    public string Act { get; init; } = "read";

    /// <summary>The panel's title.</summary>
    public required string Title { get; init; }

    /// <summary>Its texts, top to bottom.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>Its buttons.</summary>
    public IReadOnlyList<SeenButton> Buttons { get; init; } = [];

    /// <summary>Its fields.</summary>
    public IReadOnlyList<SeenField> Fields { get; init; } = [];
}

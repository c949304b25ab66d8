using System.Text.Json;
using PairingLab.AccessControl.Engine;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Storage;

/// <summary>A change of a ruleset: an entry of its edit history.</summary>
public sealed record RuleChangeRow
{
    /// <summary>The ruleset.</summary>
    public long RulesetId { get; init; }

    /// <summary>The version that came of it.</summary>
    public long Version { get; init; }

    /// <summary>Who made it.</summary>
    public string ChangedBy { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The ruleset before it, as JSON.</summary>
    public string DocumentBefore { get; init; } = "";

    /// <summary>The ruleset after it, as JSON; empty when it was deleted.</summary>
    public string DocumentAfter { get; init; } = "";

    /// <summary>The ruleset before it.</summary>
    public Ruleset Before => JsonSerializer.Deserialize<Ruleset>(DocumentBefore, LabJson.Options)!;

    /// <summary>The ruleset after it; null when it was deleted.</summary>
    public Ruleset? After => DocumentAfter.Length == 0 ? null : JsonSerializer.Deserialize<Ruleset>(DocumentAfter, LabJson.Options);
}

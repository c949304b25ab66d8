using System.Text.Json;
using PairingLab.AccessControl.Engine;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Storage;

/// <summary>A ruleset with its "Rule details".</summary>
public sealed record RulesetRow
{
    /// <summary>Its number.</summary>
    public long Id { get; init; }

    /// <summary>The ruleset as JSON.</summary>
    public string Document { get; init; } = "";

    /// <summary>Who made it.</summary>
    public string CreatedBy { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who changed it last.</summary>
    public string ModifiedBy { get; init; } = "";

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset ModifiedAt { get; init; }

    /// <summary>How often it was saved; whoever edits it says which one he began with.</summary>
    public long Version { get; init; }

    /// <summary>1 when it was deleted.</summary>
    public long Deleted { get; init; }

    /// <summary>The ruleset itself.</summary>
    public Ruleset Ruleset => JsonSerializer.Deserialize<Ruleset>(Document, LabJson.Options)!;
}

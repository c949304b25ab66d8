using System.Text.Json;
using PairingLab.AccessControl.Engine;

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

    /// <summary>How often it was saved. An edit names the version that it started from.</summary>
    public long Version { get; init; }

    /// <summary>1 when it was deleted.</summary>
    public long Deleted { get; init; }

    /// <summary>The ruleset itself.</summary>
    public Ruleset Ruleset => JsonSerializer.Deserialize<Ruleset>(Document, LabJson.Options)!;
}

/// <summary>A change of a ruleset, an entry of its edit history.</summary>
public sealed record RuleChangeRow
{
    /// <summary>The ruleset.</summary>
    public long RulesetId { get; init; }

    /// <summary>The version after the change.</summary>
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

/// <summary>The table of rulesets. A deleted ruleset stays, because operations show it.</summary>
internal static class Rulesets
{
    private static readonly Table<RuleChangeRow> Changes = new("rule_history");

    public static List<RulesetRow> All(MacsSession session) =>
        session.Query<RulesetRow>("select * from rulesets where deleted = 0 order by id");

    public static RulesetRow? Find(MacsSession session, long id, bool forUpdate = false) =>
        session.Find<RulesetRow>("select * from rulesets where id = @id" + (forUpdate ? session.ForUpdate : ""), new { id });

    /// <summary>The edit history, the latest change first.</summary>
    public static List<RuleChangeRow> History(MacsSession session, long id) =>
        session.Query<RuleChangeRow>("select * from rule_history where ruleset_id = @id order by version desc", new { id });

    public static void Note(MacsSession session, RuleChangeRow change) => session.Execute(Changes.Insert, change);

    public static void Save(MacsSession session, Ruleset ruleset, string user, DateTimeOffset at) => session.Execute(
        """
        insert into rulesets (id, name, valid_from, valid_to, document, created_by, created_at, modified_by, modified_at)
        values (@Id, @Name, @ValidFrom, @ValidTo, @document, @user, @at, @user, @at)
        on conflict (id) do update set name = @Name, valid_from = @ValidFrom, valid_to = @ValidTo, document = @document,
        modified_by = @user, modified_at = @at, version = rulesets.version + 1
        """,
        new
        {
            ruleset.Id,
            ruleset.Name,
            ruleset.ValidFrom,
            ruleset.ValidTo,
            document = JsonSerializer.Serialize(ruleset, LabJson.Options),
            user,
            at
        });

    public static int Delete(MacsSession session, long id) =>
        session.Execute("update rulesets set deleted = 1 where id = @id and deleted = 0", new { id });

    public static long NextId(MacsSession session) => session.Find<long?>("select max(id) from rulesets").GetValueOrDefault() + 1;

    /// <summary>Locks rulesets that have a total limit, in order, so that two cards cannot both take the last usage.</summary>
    public static void Lock(MacsSession session, IEnumerable<long> ids)
    {
        foreach (var id in ids.Order())
        {
            session.Query<long>("select id from rulesets where id = @id" + session.ForUpdate, new { id });
        }
    }
}

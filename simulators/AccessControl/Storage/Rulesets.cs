using System.Text.Json;
using PairingLab.AccessControl.Engine;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Storage;

/// <summary>The table of rulesets. A deleted one stays, since operations show it.</summary>
internal static class Rulesets
{
    public static List<RulesetRow> All(MacsSession session) => session.Query<RulesetRow>("select * from rulesets where deleted = 0 order by id");

    public static RulesetRow? Find(MacsSession session, long id, bool forUpdate = false) =>
        session.Find<RulesetRow>("select * from rulesets where id = @id" + (forUpdate ? session.ForUpdate : ""), new { id });

    /// <summary>What was changed when by whom, the latest first.</summary>
    public static List<RuleChangeRow> History(MacsSession session, long id) =>
        session.Query<RuleChangeRow>("select * from rule_history where ruleset_id = @id order by version desc", new { id });

    public static void Note(MacsSession session, RuleChangeRow change) => session.Execute(
        """
        insert into rule_history (ruleset_id, version, changed_by, changed_at, document_before, document_after)
        values (@RulesetId, @Version, @ChangedBy, @ChangedAt, @DocumentBefore, @DocumentAfter)
        """,
        change);

    public static void Save(MacsSession session, Ruleset ruleset, string user, DateTimeOffset at) => session.Execute(
        """
        insert into rulesets (id, name, valid_from, valid_to, document, created_by, created_at, modified_by, modified_at)
        values (@Id, @Name, @ValidFrom, @ValidTo, @document, @user, @at, @user, @at)
        on conflict (id) do update set name = @Name, valid_from = @ValidFrom, valid_to = @ValidTo, document = @document, modified_by = @user, modified_at = @at,
        version = rulesets.version + 1
        """,
        new { ruleset.Id, ruleset.Name, ruleset.ValidFrom, ruleset.ValidTo, document = JsonSerializer.Serialize(ruleset, LabJson.Options), user, at });

    public static int Delete(MacsSession session, long id) => session.Execute("update rulesets set deleted = 1 where id = @id and deleted = 0", new { id });

    public static long NextId(MacsSession session) => session.Find<long?>("select max(id) from rulesets").GetValueOrDefault() + 1;

    /// <summary>Of rulesets with a total the rows are held, in order, so that two cards can't both take the last usage.</summary>
    public static void Hold(MacsSession session, IEnumerable<long> ids)
    {
        foreach (var id in ids.Order())
        {
            session.Query<long>("select id from rulesets where id = @id" + session.ForUpdate, new { id });
        }
    }
}

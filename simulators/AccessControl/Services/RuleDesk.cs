using System.Globalization;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>Adding, editing and deleting rulesets, and the tables beside them: the BIN table and the currency rates.</summary>
public sealed class RuleDesk(IMacsDatabase database, LabClock clock)
{
    /// <summary>Saves a ruleset: id 0 adds one, another id edits that one. Its id.</summary>
    public Task<long> SaveAsync(Ruleset ruleset, string user) =>
        database.RunAsync(session => Save(session, ruleset, ruleset.Id == 0 ? null : Rulesets.Find(session, ruleset.Id, forUpdate: true), user));

    /// <summary>Saves a ruleset that somebody began to edit in that version, if nobody else has changed it since.</summary>
    public Task<RuleSaved> SaveAsync(Ruleset ruleset, string user, long version) => database.RunAsync(session =>
    {
        var before = Rulesets.Find(session, ruleset.Id, forUpdate: true);
        return before is { Deleted: 0 } && before.Version == version
            ? new RuleSaved(Save(session, ruleset, before, user), null, [])
            : new RuleSaved(0, before, before is null ? [] : Rulesets.History(session, ruleset.Id).FindAll(c => c.Version > version));
    });

    /// <summary>Deletes a ruleset; false when there is none.</summary>
    public Task<bool> DeleteAsync(long id, string user = "lab-admin") => database.RunAsync(session =>
    {
        Facts.Change(session, Facts.Rules);
        if (Rulesets.Find(session, id, forUpdate: true) is not { Deleted: 0 } before)
        {
            return false;
        }

        Rulesets.Delete(session, id);
        Rulesets.Note(session, new() { RulesetId = id, Version = before.Version + 1, ChangedBy = user, ChangedAt = clock.GetUtcNow(), DocumentBefore = before.Document });
        return true;
    });

    /// <summary>What was changed when by whom, the latest first.</summary>
    public Task<List<RuleChangeRow>> HistoryAsync(long id) => database.RunAsync(session => Rulesets.History(session, id));

    /// <summary>The ruleset as it was at that time.</summary>
    public async Task<Ruleset> AtAsync(RulesetRow row, DateTimeOffset at) =>
        (await HistoryAsync(row.Id)).LastOrDefault(c => c.ChangedAt > at)?.Before ?? row.Ruleset;

    /// <summary>All rulesets with their details.</summary>
    public Task<List<RulesetRow>> AllAsync() => database.RunAsync(Rulesets.All);

    /// <summary>A ruleset by its id, a deleted one too ("Show rule"); null when there never was one.</summary>
    public Task<RulesetRow?> FindAsync(long id) => database.RunAsync(session => Rulesets.Find(session, id));

    /// <summary>Adds a row to the BIN table; false when its range overlaps another.</summary>
    public Task<bool> AddIssuerAsync(IssuerRange issuer) => database.RunAsync(session =>
    {
        Facts.Change(session, Facts.Rules);
        var (from, to) = (PanNumber.Lowest(issuer.Range.Low), PanNumber.Highest(issuer.Range.High));
        if (session.Query<IssuerRow>("select * from issuer_ranges").Exists(i => PanNumber.Lowest(i.Low) <= to && PanNumber.Highest(i.High) >= from))
        {
            return false;
        }

        session.Execute(
            "insert into issuer_ranges (low, high, ica, issuer_name, country, product) values (@Low, @High, @Ica, @IssuerName, @Country, @Product)",
            new { issuer.Range.Low, issuer.Range.High, issuer.Ica, issuer.IssuerName, issuer.Country, issuer.Product });
        return true;
    });

    private long Save(MacsSession session, Ruleset ruleset, RulesetRow? before, string user)
    {
        Facts.Change(session, Facts.Rules);
        var now = clock.GetUtcNow();
        var saved = ruleset.Id == 0 ? ruleset with { Id = Rulesets.NextId(session) } : ruleset;
        Rulesets.Save(session, saved, user, now);
        if (before is not null)
        {
            var after = Rulesets.Find(session, saved.Id)!;
            Rulesets.Note(session, new()
            {
                RulesetId = saved.Id, Version = after.Version, ChangedBy = user, ChangedAt = now, DocumentBefore = before.Document, DocumentAfter = after.Document,
            });
        }

        return saved.Id;
    }

    /// <summary>Sets what one unit of a currency is worth.</summary>
    public Task<bool> SetRateAsync(string currency, string numericCode, decimal rate) => database.RunAsync(session =>
    {
        Facts.Change(session, Facts.Rules);
        return session.Execute(
            """
            insert into currency_rates (currency, numeric_code, rate) values (@currency, @numericCode, @text)
            on conflict (currency) do update set numeric_code = @numericCode, rate = @text
            """,
            new { currency, numericCode, text = rate.ToString(CultureInfo.InvariantCulture) }) == 1;
    });
}

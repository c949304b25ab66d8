using System.Globalization;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>The result of saving a ruleset.</summary>
/// <param name="Id">Its id; 0 when it was not saved.</param>
/// <param name="Other">The ruleset as somebody else has saved or deleted it meanwhile; null when nobody has, or when it does not
/// exist.</param>
/// <param name="Changes">What others have changed since, the latest first.</param>
public sealed record RuleSaved(long Id, RulesetRow? Other, IReadOnlyList<RuleChangeRow> Changes);

/// <summary>Adds, edits and deletes rulesets, rows of the BIN table and currency rates.</summary>
public sealed class RuleCommands(IMacsDatabase database, LabClock clock)
{
    private static readonly Table<IssuerRow> BinTable = new("issuer_ranges");
    private static readonly Table<RateRow> Rates = new("currency_rates");

    /// <summary>Saves a ruleset and returns its id; id 0 adds a ruleset.</summary>
    public Task<long> SaveAsync(Ruleset ruleset, string user) =>
        database.RunAsync(session =>
            Save(session, ruleset, ruleset.Id == 0 ? null : Rulesets.Find(session, ruleset.Id, forUpdate: true), user));

    /// <summary>Saves a ruleset whose editing started from a version, unless somebody else has changed it since.</summary>
    public Task<RuleSaved> SaveAsync(Ruleset ruleset, string user, long version) => database.RunAsync(session =>
    {
        var before = Rulesets.Find(session, ruleset.Id, forUpdate: true);
        return before is { Deleted: 0 } && before.Version == version
            ? new RuleSaved(Save(session, ruleset, before, user), null, [])
            : new RuleSaved(0, before, before is null ? [] : Rulesets.History(session, ruleset.Id).FindAll(c => c.Version > version));
    });

    /// <summary>Deletes a ruleset; false when it does not exist.</summary>
    public Task<bool> DeleteAsync(long id, string user = "lab-admin") => database.RunAsync(session =>
    {
        Versions.Change(session, Versions.Rules);
        if (Rulesets.Find(session, id, forUpdate: true) is not { Deleted: 0 } before)
        {
            return false;
        }

        Rulesets.Delete(session, id);
        Rulesets.Note(session,
            new()
            {
                RulesetId = id,
                Version = before.Version + 1,
                ChangedBy = user,
                ChangedAt = clock.GetUtcNow(),
                DocumentBefore = before.Document
            });
        return true;
    });

    /// <summary>Adds a row to the BIN table; false when its range overlaps another.</summary>
    public Task<bool> AddIssuerAsync(IssuerRange issuer) => database.RunAsync(session => AddIssuer(session, issuer));

    /// <summary>The same within a transaction.</summary>
    internal static bool AddIssuer(MacsSession session, IssuerRange issuer)
    {
        Versions.Change(session, Versions.Rules);
        var (from, to) = (PanNumber.Lowest(issuer.Range.Low), PanNumber.Highest(issuer.Range.High));
        if (session.Query<IssuerRow>("select * from issuer_ranges")
            .Exists(i => PanNumber.Lowest(i.Low) <= to && PanNumber.Highest(i.High) >= from))
        {
            return false;
        }

        session.Execute(BinTable.Insert, IssuerRow.Of(issuer));
        return true;
    }

    /// <summary>Adds a ruleset within a transaction.</summary>
    internal void Add(MacsSession session, Ruleset ruleset, string user) => Save(session, ruleset with { Id = 0 }, null, user);

    private long Save(MacsSession session, Ruleset ruleset, RulesetRow? before, string user)
    {
        Versions.Change(session, Versions.Rules);
        var now = clock.GetUtcNow();
        var saved = ruleset.Id == 0 ? ruleset with { Id = Rulesets.NextId(session) } : ruleset;
        Rulesets.Save(session, saved, user, now);
        if (before is not null)
        {
            var after = Rulesets.Find(session, saved.Id)!;
            Rulesets.Note(session, new()
            {
                RulesetId = saved.Id,
                Version = after.Version,
                ChangedBy = user,
                ChangedAt = now,
                DocumentBefore = before.Document,
                DocumentAfter = after.Document,
            });
        }

        return saved.Id;
    }

    /// <summary>Sets the value of one unit of a currency.</summary>
    public Task<bool> SetRateAsync(string currency, string numericCode, decimal rate) =>
        database.RunAsync(session => SetRate(session, currency, numericCode, rate));

    /// <summary>The same within a transaction.</summary>
    internal static bool SetRate(MacsSession session, string currency, string numericCode, decimal rate)
    {
        Versions.Change(session, Versions.Rules);
        var row = new RateRow { Currency = currency, NumericCode = numericCode, Rate = rate.ToString(CultureInfo.InvariantCulture) };
        return session.Execute(Rates.Upsert(nameof(RateRow.Currency)), row) == 1;
    }
}

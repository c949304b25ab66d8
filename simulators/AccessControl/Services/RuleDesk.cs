using System.Globalization;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>Adding, editing and deleting rulesets, and the tables beside them: the BIN table and the currency rates.</summary>
public sealed class RuleDesk(IMacsDatabase database, LabClock clock)
{
    /// <summary>Saves a ruleset: id 0 adds one, another id edits that one. Its id.</summary>
    public Task<long> SaveAsync(Ruleset ruleset, string user) => database.RunAsync(session =>
    {
        Facts.Change(session, Facts.Rules);
        var saved = ruleset.Id == 0 ? ruleset with { Id = Rulesets.NextId(session) } : ruleset;
        Rulesets.Save(session, saved, user, clock.GetUtcNow());
        return saved.Id;
    });

    /// <summary>Deletes a ruleset; false when there is none.</summary>
    public Task<bool> DeleteAsync(long id) => database.RunAsync(session =>
    {
        Facts.Change(session, Facts.Rules);
        return Rulesets.Delete(session, id) == 1;
    });

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

using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Services;

/// <summary>Reads rulesets and their history.</summary>
public sealed class RuleQueries(IMacsDatabase database)
{
    /// <summary>The edit history, the latest change first.</summary>
    public Task<List<RuleChangeRow>> HistoryAsync(long id) => database.RunAsync(session => Rulesets.History(session, id));

    /// <summary>The ruleset as it was at that time.</summary>
    public async Task<Ruleset> AtAsync(RulesetRow row, DateTimeOffset at) =>
        (await HistoryAsync(row.Id)).LastOrDefault(c => c.ChangedAt > at)?.Before ?? row.Ruleset;

    /// <summary>All rulesets with their details.</summary>
    public Task<List<RulesetRow>> AllAsync() => database.RunAsync(Rulesets.All);

    /// <summary>A ruleset by its id, including a deleted one ("Show rule"); null when it never existed.</summary>
    public Task<RulesetRow?> FindAsync(long id) => database.RunAsync(session => Rulesets.Find(session, id));

    /// <summary>The value of one unit of each currency, in a common one.</summary>
    public async Task<IReadOnlyDictionary<string, decimal>> RatesAsync() =>
        (await database.RunAsync(s => s.Query<RateRow>("select * from currency_rates")))
            .ToDictionary(r => r.Currency, r => r.Value, StringComparer.Ordinal);
}

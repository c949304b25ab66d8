namespace PairingLab.AccessControl.Engine;

/// <summary>Whether a card has spent enough. Times are whole minutes, as in the example of the Access Control description.</summary>
public static class Spending
{
    internal static bool Suffices(SpendRule rule, IReadOnlyList<Transaction>? transactions, DateTimeOffset at,
        IReadOnlyDictionary<string, decimal> rates)
    {
        // Without the transactions spending cannot be proved.
        if (transactions is null)
        {
            return false;
        }

        var needed = rule.Amount.Amount * (rates.TryGetValue(rule.Amount.Currency, out var unit) ? unit : 1);
        var now = Minute(at);
        var period = rule.PeriodDays * TimeSpan.MinutesPerDay;
        if (rule.GraceDays == 0)
        {
            return Sum(rule, transactions, now - period, now, rates) >= needed;
        }

        var since = now - (rule.GraceDays * TimeSpan.MinutesPerDay);
        return SufficedOnce(Changes(rule, transactions, now, period, rates), since, now, needed);
    }

    /// <summary>The whole minute of a time.</summary>
    internal static long Minute(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMinute;

    private static decimal Sum(
        SpendRule rule, IReadOnlyList<Transaction> transactions, long from, long to, IReadOnlyDictionary<string, decimal> rates)
    {
        var sum = 0m;
        for (var i = 0; i < transactions.Count; i++)
        {
            var minute = Minute(transactions[i].At);
            if (minute >= from && minute <= to)
            {
                sum += Worth(rule, transactions[i], rates);
            }
        }

        return sum;
    }

    /// <summary>How each transaction counts, for people: by its merchant category and its time, and in the required currency.</summary>
    public static IReadOnlyList<CountedTransaction> Explain(
        SpendRule rule, IReadOnlyList<Transaction> transactions, DateTimeOffset at, IReadOnlyDictionary<string, decimal> rates)
    {
        var now = Minute(at);
        var since = now - (rule.DaysBack * TimeSpan.MinutesPerDay);
        return [.. transactions.Select(t => new CountedTransaction(
            t, IsOf(rule, t) && Minute(t.At) >= since && Minute(t.At) <= now, Converted(rule.Amount.Currency, t, rates)))];
    }

    private static decimal? Converted(string currency, in Transaction t, IReadOnlyDictionary<string, decimal> rates) =>
        t.Currency == currency ? t.Amount
        : rates.TryGetValue(currency, out var unit) && rates.TryGetValue(t.Currency, out var rate) ? t.Amount * rate / unit
        : null;

    private static bool IsOf(SpendRule rule, in Transaction transaction) => rule.Mccs.IsEmpty || rule.Mccs.Contains(transaction.Mcc);

    /// <summary>
    /// A transaction of another merchant category counts nothing, and one that can't be converted neither: <see cref="Explain"/> shows it.
    /// The required currency itself needs no rate.
    /// </summary>
    private static decimal Worth(SpendRule rule, in Transaction transaction, IReadOnlyDictionary<string, decimal> rates)
    {
        if (!IsOf(rule, transaction))
        {
            return 0;
        }

        var isRated = rates.TryGetValue(rule.Amount.Currency, out var unit);
        return transaction.Currency == rule.Amount.Currency ? transaction.Amount * (isRated ? unit : 1)
            : isRated && rates.TryGetValue(transaction.Currency, out var rate) ? transaction.Amount * rate
            : 0;
    }

    /// <summary>When the sum of the period changes: as a transaction comes into it, and as it leaves it.</summary>
    private static List<(long Minute, decimal By)> Changes(
        SpendRule rule, IReadOnlyList<Transaction> transactions, long now, long period, IReadOnlyDictionary<string, decimal> rates)
    {
        var changes = new List<(long Minute, decimal By)>(transactions.Count * 2);
        for (var i = 0; i < transactions.Count; i++)
        {
            var minute = Minute(transactions[i].At);
            if (minute <= now && Worth(rule, transactions[i], rates) is var worth and not 0)
            {
                changes.Add((minute, worth));
                changes.Add((minute + period + 1, -worth));
            }
        }

        changes.Sort((a, b) => a.Minute.CompareTo(b.Minute));
        return changes;
    }

    private static bool SufficedOnce(List<(long Minute, decimal By)> changes, long since, long now, decimal needed)
    {
        var (sum, next) = (0m, 0);
        for (var minute = since; minute <= now; minute = next < changes.Count ? changes[next].Minute : long.MaxValue)
        {
            while (next < changes.Count && changes[next].Minute <= minute)
            {
                sum += changes[next++].By;
            }

            if (sum >= needed)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>How a transaction counts for a rule.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Counts">Whether its merchant category and its time count.</param>
/// <param name="Converted">What it is worth in the required currency; null when there is no rate to convert it.</param>
public sealed record CountedTransaction(Transaction Transaction, bool Counts, decimal? Converted);

namespace PairingLab.AccessControl.Engine;

/// <summary>Whether a card has spent enough. Times are whole minutes, as in the seed's example.</summary>
internal static class Spending
{
    public static bool Suffices(SpendRule rule, IReadOnlyList<Transaction>? transactions, DateTimeOffset at, IReadOnlyDictionary<string, decimal> rates)
    {
        // Without the transactions, or without the rate, nobody can say that enough was spent.
        if (transactions is null || !rates.TryGetValue(rule.Amount.Currency, out var unit))
        {
            return false;
        }

        var needed = rule.Amount.Amount * unit;
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

    /// <summary>A transaction of another merchant category, or in a currency without a rate, is worth nothing.</summary>
    private static decimal Worth(SpendRule rule, in Transaction transaction, IReadOnlyDictionary<string, decimal> rates) =>
        (rule.Mccs.IsEmpty || rule.Mccs.Contains(transaction.Mcc)) && rates.TryGetValue(transaction.Currency, out var rate)
            ? transaction.Amount * rate
            : 0;

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

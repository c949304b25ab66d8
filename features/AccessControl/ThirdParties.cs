using System.Globalization;
using System.Text.Json.Nodes;
using Bogus;
using PairingLab.Drivers.StandIns;

namespace PairingLab.Features.AccessControl;

/// <summary>The acquirer's ASI and MRS of one scenario, played by its stand-in.</summary>
public sealed class ThirdParties(MacsSite site)
{
    private const int PageSize = 25;
    private const int DaysAQuery = 90;

    private StandIn? standIn;

    private string Aref => $"AREF-{site.Bench.Seed}";

    /// <summary>Starts them and tells MACS where they are; before MACS starts.</summary>
    public async Task StartAsync()
    {
        standIn = await site.Bench.StandInAsync();
        site.Bench.Set("access-control", "asiAddress", $"{standIn.Address}asi");
        site.Bench.Set("access-control", "mrsAddress", $"{standIn.Address}");
        site.Bench.Set("access-control", "thirdPartyTimeLimit", "00:00:02");
        Approve("MCG");
    }

    /// <summary>The acquirer passes every card, and says its product.</summary>
    public void Approve(string product) => Add("asi/answers.json", ("amount", "0.00"), ("code", "00"), ("product", product));

    /// <summary>What the acquirer answers at the status inquiry (amount 0.00) or at the amount verification (1.00).</summary>
    public void Answer(string amount, string code) => Add("asi/answers.json", ("amount", amount), ("code", code), ("product", "MCG"));

    /// <summary>What MRS says of the account that it has given every card of the scenario.</summary>
    public void Account(string status) => Add("mrs/account.json", ("aref", Aref), ("status", status));

    /// <summary>Adds a file of lab-config/stand-ins with its words replaced.</summary>
    public void Add(string file, params (string Word, string Text)[] words) =>
        standIn!.Add(Path.Combine(AppContext.BaseDirectory, "lab-config", "stand-ins", file), words);

    /// <summary>
    /// MRS tells of purchases over the given number of days until now: in windows of 90 days and pages of 25, as it does. A request for
    /// another window or page gets an error.
    /// </summary>
    public async Task TellAsync(IReadOnlyList<Purchase> purchases, int days)
    {
        Add("mrs/member.json", ("aref", Aref));
        var now = await site.Bench.Time.NowAsync();
        for (var from = now.AddDays(-days); from <= now; from = from.AddDays(DaysAQuery))
        {
            TellWindow(from, now, [.. purchases.Where(p => p.At >= from && p.At < from.AddDays(DaysAQuery)).OrderBy(p => p.At)]);
        }
    }

    /// <summary>Purchases at random times (Bogus, the scenario's seed) between the given numbers of days ago.</summary>
    public IReadOnlyList<Purchase> Some(int count, decimal each, string currency, string mcc, DateTimeOffset from, DateTimeOffset to)
    {
        var random = new Randomizer(site.Bench.Seed);
        return [.. Enumerable.Range(0, count).Select(_ => new Purchase(from + ((to - from) * random.Double()), each, currency, mcc))];
    }

    private void TellWindow(DateTimeOffset from, DateTimeOffset now, List<Purchase> purchases)
    {
        // A window ends a second before the next one, and the last one now.
        var last = from.AddDays(DaysAQuery).AddSeconds(-1);
        for (var offset = 0; offset == 0 || offset < purchases.Count; offset += PageSize)
        {
            var page = purchases.Skip(offset).Take(PageSize).ToList();
            var rows = new JsonArray([.. page.Select((p, i) => p.ToJson(offset + i + 1))]);
            Add(
                "mrs/page.json", ("from", Minute(from)), ("to", Minute(last < now ? last : now)), ("offset", Text(offset)),
                ("total", Text(purchases.Count)), ("count", Text(page.Count)), ("transactions", rows.ToJsonString()));
        }
    }

    private static string Minute(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

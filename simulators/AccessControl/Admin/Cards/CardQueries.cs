using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.Cards;

/// <summary>Reads enrolled cards: in pages for lists and in batches for reports.</summary>
internal sealed class CardQueries(IMacsDatabase database, LabClock clock)
{
    private const int BatchSize = 500;

    public static Sorting SortingOf(FormValues query) =>
        query.Has("sort") ? Sorting.Of(query, "enrolled_at", "masked_pan", "aref", "ica", "product") : new("enrolled_at", true);

    public Task<Page<CardRow>> ListAsync(CardFilter filter, FormValues query)
    {
        var (sorting, number) = (SortingOf(query), Paging.Asked(query));
        var direction = sorting.Down ? "desc" : "asc";
        return !query.IsValid ? Task.FromResult(Paging.Of<CardRow>([], number)) : database.RunAsync(session => Paging.Of(
            Read(session, filter, $"{filter.Where} order by {sorting.Column} {direction}, pan_hash limit @most offset @skip",
                Paging.Size + 1, (number - 1) * Paging.Size), number));
    }

    public Task<(CardRow Card, CardVisits Visits)?> FindAsync(string hash) => database.RunAsync<(CardRow, CardVisits)?>(session =>
        session.Find<CardRow>("select * from cards where pan_hash = @hash and aref is not null", new { hash }) is { } card
            ? (card, CardVisits.Of(session, [hash], clock.GetUtcNow())[hash])
            : null);

    /// <summary>All cards of a filter with their visits, in batches.</summary>
    public async IAsyncEnumerable<(CardRow Card, CardVisits Visits)> AllAsync(CardFilter filter)
    {
        CardRow? last = null;
        do
        {
            var from = last;
            var (batch, visits) = await database.RunAsync(session =>
            {
                var rows = Read(session, filter, Following(filter, from), BatchSize, 0, from);
                return (rows, CardVisits.Of(session, rows.ConvertAll(r => r.PanHash), clock.GetUtcNow()));
            });
            foreach (var card in batch)
            {
                yield return (card, visits[card.PanHash]);
            }

            last = batch.Count == BatchSize ? batch[^1] : null;
        }
        while (last is not null);
    }

    /// <summary>Names of issuers by their ICAs.</summary>
    public async Task<IReadOnlyDictionary<string, string>> IssuersAsync() =>
        (await database.RunAsync(s => s.Query<IssuerRow>("select * from issuer_ranges"))).DistinctBy(i => i.Ica)
        .ToDictionary(i => i.Ica, i => i.IssuerName, StringComparer.Ordinal);

    private static string Following(CardFilter filter, CardRow? last) =>
        $"{filter.Where}{(last is null ? "" : " and (enrolled_at, pan_hash) < (@lastAt, @lastHash)")} "
        + "order by enrolled_at desc, pan_hash desc limit @most offset @skip";

    private static List<CardRow> Read(MacsSession session, CardFilter filter, string rest, int most, int from, CardRow? last = null) =>
        session.Query<CardRow>(
        $"select * from cards where {rest}",
        new
        {
            filter.Bin,
            filter.LastFour,
            filter.Aref,
            filter.Product,
            filter.Ica,
            From = filter.From ?? DateTimeOffset.UnixEpoch,
            Until = filter.Until ?? DateTimeOffset.UnixEpoch,
            most,
            skip = from,
            lastAt = last?.EnrolledAt ?? DateTimeOffset.UnixEpoch,
            lastHash = last?.PanHash ?? "",
        });
}

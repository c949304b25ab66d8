using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>A page of the list.</summary>
/// <param name="Rows">What is on it.</param>
/// <param name="HasEarlier">Whether there is a page before it.</param>
/// <param name="HasLater">Whether there is a page after it.</param>
public sealed record OperationPage(IReadOnlyList<OperationRow> Rows, bool HasEarlier, bool HasLater);

/// <summary>Reads operations: in pages for lists and in batches for reports.</summary>
internal sealed class OperationQueries(IMacsDatabase database, LabClock clock)
{
    public const int PageSize = 50;

    /// <summary>Small enough that a report delays taps no more than another tap does.</summary>
    private const int BatchSize = 500;

    /// <summary>
    /// A page: the rows after or before a given row, or the first ones. Rows are found by id, so a page stays the same while new operations
    /// arrive.
    /// </summary>
    public Task<OperationPage> ListAsync(OperationFilter filter, string after, string before) => database.RunAsync(session =>
    {
        Storage.Operations.ExpireAll(session, clock.GetUtcNow());
        var isBackwards = before.Length > 0;
        var last = after.Length + before.Length > 0 ? Storage.Operations.Find(session, isBackwards ? before : after) : null;
        var rows = Read(session, filter, last, isBackwards && last is not null, PageSize + 1);
        var hasMore = rows.Count > PageSize;
        if (hasMore)
        {
            rows.RemoveAt(PageSize);
        }

        if (!isBackwards || last is null)
        {
            return new OperationPage(rows, HasEarlier: last is not null, HasLater: hasMore);
        }

        rows.Reverse();
        return new OperationPage(rows, HasEarlier: hasMore, HasLater: true);
    });

    public Task<OperationRow?> FindAsync(string id) => database.RunAsync(session =>
    {
        Storage.Operations.ExpireAll(session, clock.GetUtcNow());
        return Storage.Operations.Find(session, id);
    });

    /// <summary>All operations of a filter, in batches.</summary>
    public async IAsyncEnumerable<OperationRow> AllAsync(OperationFilter filter)
    {
        await database.RunAsync(session => Storage.Operations.ExpireAll(session, clock.GetUtcNow()));
        OperationRow? last = null;
        do
        {
            var from = last;
            var batch = await database.RunAsync(session => Read(session, filter, from, isBackwards: false, BatchSize));
            foreach (var row in batch)
            {
                yield return row;
            }

            last = batch.Count == BatchSize ? batch[^1] : null;
        }
        while (last is not null);
    }

    /// <summary>Names of locations by their ids.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LocationsAsync() =>
        (await database.RunAsync(s => s.Query<LocationRow>("select * from locations")))
        .ToDictionary(l => l.Id, l => l.Name, StringComparer.Ordinal);

    /// <summary>
    /// What was let in, by location, service and day. The filter's dates are those of the entries; none is reported before it happens, so
    /// the index by the time of the request serves.
    /// </summary>
    public Task<List<EntryTotals>> TotalsAsync(OperationFilter filter) => database.RunAsync(session =>
    {
        string[] conditions =
        [
            "status = 'COMPLETED'", filter.From is null ? "" : "requested_at >= @From and entry_at >= @From",
            filter.Until is null ? "" : "entry_at < @Until", filter.Country.Length > 0 ? "country = @Country" : "",
            filter.Service.Length > 0 ? "service = @Service" : "",
        ];
        return session.Query<EntryTotals>(
            "select location_id, service, entry_at / 86400000 as day, count(*) as entries, cast(sum(paid) as bigint) as paid_entries, "
            + "cast(sum(free_adults + free_children + young_children) as bigint) as free_guests, "
            + "cast(sum(paid_adults + paid_children) as bigint) as paid_guests from operations "
            + $"where {string.Join(" and ", conditions.Where(c => c.Length > 0))} group by location_id, service, entry_at / 86400000",
            new { filter.From, filter.Until, filter.Country, filter.Service });
    });

    private static List<OperationRow> Read(MacsSession session, OperationFilter filter, OperationRow? last, bool isBackwards, int most)
    {
        var sql = new OperationSql(filter, isSqlite: session.ForUpdate.Length == 0);
        return session.Query<OperationRow>(sql.Text(last is not null, isBackwards), sql.Values(last, most));
    }
}

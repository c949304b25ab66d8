using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>Reads operations: page by page, and in batches for reports, however many there are.</summary>
internal sealed class OperationDesk(IMacsDatabase database, LabClock clock)
{
    public const int PageSize = 50;

    /// <summary>So few that taps wait for a report only as long as for each other.</summary>
    private const int BatchSize = 500;

    /// <summary>A page: the rows after one, before one, or the first ones. Each row is found by its id, so a page stays the same while new operations come.</summary>
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

    /// <summary>All operations of a filter, never all of them at once.</summary>
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
        (await database.RunAsync(s => s.Query<LocationRow>("select * from locations"))).ToDictionary(l => l.Id, l => l.Name, StringComparer.Ordinal);

    private static List<OperationRow> Read(MacsSession session, OperationFilter filter, OperationRow? last, bool isBackwards, int most)
    {
        var sql = new OperationSql(filter, isSqlite: session.ForUpdate.Length == 0);
        return session.Query<OperationRow>(sql.Text(last is not null, isBackwards), sql.Values(last, most));
    }
}

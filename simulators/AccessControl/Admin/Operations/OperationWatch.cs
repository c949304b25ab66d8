using System.Globalization;
using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>
/// Tells open lists about changes. It polls the database, so changes by other processes of MACS count too; one query serves all open lists,
/// and without an open list there is none.
/// </summary>
internal sealed class OperationWatch(IMacsDatabase database, LabClock clock)
{
    /// <summary>Real time: a person watches the page.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim looking = new(1, 1);
    private long lookedAt;
    private string latest = "";

    /// <summary>The state of the list now, for a page that is about to read it.</summary>
    public Task<string> NowAsync(CancellationToken gone) => LookAsync(gone);

    /// <summary>The state of the list, again whenever it changes, until the reader disconnects.</summary>
    public async IAsyncEnumerable<string> ChangesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken gone)
    {
        using var timer = new PeriodicTimer(Every, TimeProvider.System);
        string? told = null;
        do
        {
            var now = await LookAsync(gone);
            if (now != told)
            {
                yield return told = now;
            }
        }
        while (await timer.WaitForNextTickAsync(gone));
    }

    private async Task<string> LookAsync(CancellationToken gone)
    {
        await looking.WaitAsync(gone);
        try
        {
            if (latest.Length == 0 || TimeProvider.System.GetElapsedTime(lookedAt) >= Every / 2)
            {
                latest = await database.RunAsync(Read);
                lookedAt = TimeProvider.System.GetTimestamp();
            }

            return latest;
        }
        finally
        {
            looking.Release();
        }
    }

    /// <summary>A hash of the newest operations and their last changes: the first page, which people watch.</summary>
    private string Read(MacsSession session)
    {
        Storage.Operations.ExpireAll(session, clock.GetUtcNow());
        var hash = default(HashCode);
        foreach (var row in session.Query<OperationRow>(
            "select id, status, changed_at from operations order by requested_at desc, id desc limit 50"))
        {
            hash.Add(row.Id);
            hash.Add(row.Status);
            hash.Add(row.ChangedAt);
        }

        return hash.ToHashCode().ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>Server-sent events: one for each change of the list; the page then fetches its rows.</summary>
internal sealed class OperationEvents(OperationWatch watch) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/event-stream";
        try
        {
            await foreach (var change in watch.ChangesAsync(httpContext.RequestAborted))
            {
                await httpContext.Response.WriteAsync($"event: change\ndata: {change}\n\n", httpContext.RequestAborted);
                await httpContext.Response.Body.FlushAsync(httpContext.RequestAborted);
            }
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The page was closed, or MACS stopped.
        }
    }
}

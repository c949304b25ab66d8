using System.Globalization;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>
/// Tells open lists that there is something new. It looks into the database, so what another process of MACS did is news too; one look
/// serves all lists that are open, and nobody looks while none is.
/// </summary>
internal sealed class OperationWatch(IMacsDatabase database, LabClock clock)
{
    /// <summary>Real time: whoever watches the page does not know the lab's clock.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim looking = new(1, 1);
    private long lookedAt;
    private string latest = "";

    /// <summary>What is newest now, for a page that is about to read the list.</summary>
    public Task<string> NowAsync(CancellationToken gone) => LookAsync(gone);

    /// <summary>What is newest, again whenever it has changed, until the reader goes away.</summary>
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

    /// <summary>The newest operations with their last changes: a page of them, which is what people watch.</summary>
    private string Read(MacsSession session)
    {
        Storage.Operations.ExpireAll(session, clock.GetUtcNow());
        var hash = default(HashCode);
        foreach (var row in session.Query<OperationRow>("select id, status, changed_at from operations order by requested_at desc, id desc limit 50"))
        {
            hash.Add(row.Id);
            hash.Add(row.Status);
            hash.Add(row.ChangedAt);
        }

        return hash.ToHashCode().ToString(CultureInfo.InvariantCulture);
    }
}

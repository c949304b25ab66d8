using PairingLab.Commander.Devices.Workstation.Commands;
using PairingLab.Kernel.Network;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>Asks for a new certificate once the old one nears its end, and again every day until there is one (seed: "automatic renewal").</summary>
internal sealed class CertificateRenewal : IDisposable
{
    private readonly WorkstationRim rim;
    private readonly WorkstationDisk disk;
    private readonly Errands errands;
    private readonly IWorkstationMind mind;
    private readonly Func<WorkstationLink?> link;
    private readonly Action<WorkstationLink> lose;
    private readonly ITimer next;
    private int asking;

    public CertificateRenewal(
        WorkstationRim rim, WorkstationDisk disk, Errands errands, IWorkstationMind mind, Func<WorkstationLink?> link, Action<WorkstationLink> lose)
    {
        this.rim = rim;
        this.disk = disk;
        this.errands = errands;
        this.mind = mind;
        this.link = link;
        this.lose = lose;
        next = rim.Clock.CreateTimer(_ => Try(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => next.Dispose();

    /// <summary>Tries at once, but not from within the core's telling: it has not yet said that it knows.</summary>
    public void Soon() => next.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

    /// <summary>Tries when it is time and there is a link.</summary>
    public void Try()
    {
        if (!mind.State.RenewalAnnounced)
        {
            return;
        }

        next.Change(rim.Settings.RenewalRetry, Timeout.InfiniteTimeSpan);

        // A link that comes up as the day does would ask twice: the second time with a certificate that the first has replaced.
        if (link() is { } over && Interlocked.Exchange(ref asking, 1) == 0)
        {
            errands.Send("renew", rim.Settings.AnswerPatience, default, cancel => RenewAsync(over, cancel));
        }
    }

    private async Task RenewAsync(WorkstationLink over, CancellationToken cancel)
    {
        try
        {
            if (await over.RenewAsync(rim.Card.Id, disk.Credentials!, cancel).ConfigureAwait(false) is { } renewed)
            {
                disk.Keep(renewed);
                mind.Do(new CertificateIssued(renewed.TrustedUntil));
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            lose(over);
        }
        finally
        {
            asking = 0;
        }
    }
}

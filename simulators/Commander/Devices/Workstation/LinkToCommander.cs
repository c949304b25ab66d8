using System.Net.WebSockets;
using System.Security.Authentication;
using PairingLab.Commander.Api;
using PairingLab.Commander.Devices.Workstation.Commands;
using PairingLab.Kernel.Network;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>Keeps a workstation's trusted link: looks for the Commander, opens the link, and says regularly that it is still here.</summary>
internal sealed class LinkToCommander : IDisposable
{
    private readonly WorkstationRim rim;
    private readonly WorkstationDisk disk;
    private readonly Errands errands;
    private readonly IWorkstationMind mind;
    private readonly CertificateRenewal renewal;
    private readonly ITimer look;
    private readonly ITimer heartbeat;
    private WorkstationLink? link;
    private int reporting;
    private int looking;
    private volatile bool lookAgain;
    private TimeSpan nextLook;

    public LinkToCommander(WorkstationRim rim, WorkstationDisk disk, Errands errands, IWorkstationMind mind)
    {
        this.rim = rim;
        this.disk = disk;
        this.errands = errands;
        this.mind = mind;
        nextLook = rim.Settings.LookInterval;
        renewal = new(rim, disk, errands, mind, () => link, Lose);
        look = rim.Clock.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        heartbeat = rim.Clock.CreatePulse(Report, rim.Settings.HeartbeatInterval);
        heartbeat.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        look.Dispose();
        heartbeat.Dispose();
        renewal.Dispose();
        Interlocked.Exchange(ref link, null)?.Dispose();
    }

    /// <summary>Makes the trusted link if there is none, and looks whether the Commander runs newer software.</summary>
    public void Look()
    {
        if (link is not null || mind.State.PairingMode)
        {
            return;
        }

        if (Interlocked.Exchange(ref looking, 1) == 1)
        {
            // The look under way may have found a link that is gone again (a renewal ends it): it is followed by another.
            lookAgain = true;
            return;
        }

        LookAgainLater();
        if (rim.Commander() is not { } address)
        {
            looking = 0;
            return;
        }

        errands.Send("look for the Commander", rim.Settings.AnswerPatience, default, cancel => LookAsync(address, cancel));
    }

    /// <summary>The link is over: the Commander is looked for again after a while.</summary>
    public void StopAndLookLater()
    {
        Stop();
        nextLook = rim.Settings.LookInterval;
        LookAgainLater();
    }

    /// <summary>The link is over.</summary>
    public void Stop()
    {
        heartbeat.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Interlocked.Exchange(ref link, null)?.Dispose();
    }

    /// <summary>The certificate nears its end.</summary>
    public void RenewSoon() => renewal.Soon();

    /// <summary>Asks over the link; null when there is none, or it is lost with the question.</summary>
    public void Ask(string what, LinkMessage question, Action<LinkMessage?> answered)
    {
        var over = link;
        errands.Send(what, rim.Settings.AnswerPatience, default, async cancel =>
            answered(over is null ? null : await AskAsync(over, question, cancel).ConfigureAwait(false)));
    }

    private async Task LookAsync(string address, CancellationToken cancel)
    {
        try
        {
            await OpenAsync(address, cancel).ConfigureAwait(false);
            await LookAtSoftwareAsync(address, cancel).ConfigureAwait(false);
        }
        finally
        {
            looking = 0;
            if (lookAgain)
            {
                lookAgain = false;
                Look();
            }
        }
    }

    /// <summary>Every look that finds no Commander doubles the time to the next, up to a day.</summary>
    private void LookAgainLater()
    {
        look.Change(nextLook, Timeout.InfiniteTimeSpan);
        nextLook = nextLook > TimeSpan.FromHours(12) ? TimeSpan.FromDays(1) : nextLook * 2;
    }

    private async Task OpenAsync(string address, CancellationToken cancel)
    {
        if (disk.Credentials is not { } ours || ours.TrustedUntil <= rim.Clock.GetUtcNow())
        {
            return;
        }

        try
        {
            var opened = await WorkstationLink.OpenAsync(address, ours, rim.Cable, rim.Tap, rim.Clock, cancel).ConfigureAwait(false);
            link = opened;
            _ = ListenAsync(opened);
            mind.Do(new LinkOpened());
            if (!mind.State.Linked)
            {
                Stop();
                return;
            }

            nextLook = rim.Settings.LookInterval;
            heartbeat.Change(rim.Settings.HeartbeatInterval, rim.Settings.HeartbeatInterval);
            renewal.Try();
        }
        catch (AuthenticationException)
        {
            mind.Do(new TrustRefused());
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException)
        {
            mind.Do(new LinkLost());
        }
    }

    private async Task LookAtSoftwareAsync(string address, CancellationToken cancel)
    {
        using var http = new DeviceHttp(rim.Cable, rim.Tap, new() { RemoteCertificateValidationCallback = (_, _, _, _) => true });
        var reply = await http.SendAsync(HttpMethod.Get, $"{address}/software", null, null, cancel).ConfigureAwait(false);
        if (reply.Ok)
        {
            mind.Do(new NewerSoftware(reply.Read<SoftwareResponse>().Base));
        }
    }

    private async Task ListenAsync(WorkstationLink opened)
    {
        await opened.ListenAsync(Hear).ConfigureAwait(false);
        if (Interlocked.CompareExchange(ref link, null, opened) == opened)
        {
            opened.Dispose();
            mind.Do(new LinkLost());
            Look();
        }
    }

    private void Hear(LinkMessage message)
    {
        if (message.Type == "broken")
        {
            mind.Do(new TrustRefused());
        }
        else if (message.Base is { } newer)
        {
            mind.Do(new NewerSoftware(newer));
        }
    }

    /// <summary>Says that it is still here, and finds out whether the Commander is.</summary>
    private void Report()
    {
        if (link is not { } over || Interlocked.Exchange(ref reporting, 1) == 1)
        {
            return;
        }

        errands.Send("heartbeat", rim.Settings.AnswerPatience, default, async cancel =>
        {
            try
            {
                await AskAsync(over, new("heartbeat"), cancel).ConfigureAwait(false);
            }
            finally
            {
                reporting = 0;
            }
        });
    }

    private async Task<LinkMessage?> AskAsync(WorkstationLink over, LinkMessage question, CancellationToken cancel)
    {
        try
        {
            return await over.AskAsync(question, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            Lose(over);
            return null;
        }
    }

    private void Lose(WorkstationLink over)
    {
        if (Interlocked.CompareExchange(ref link, null, over) == over)
        {
            over.Dispose();
            mind.Do(new LinkLost());
        }
    }
}

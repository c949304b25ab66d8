using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>A terminal's questions, one at a time, every few seconds: it asks master when it knows it, else gate first.</summary>
internal sealed class KioskAsking : IDisposable
{
    private readonly TrustSettings settings;
    private readonly KioskLife life;
    private readonly KioskFetching fetching;
    private readonly Errands errands;
    private readonly ITimer again;
    private KioskNetwork network;
    private int asking;

    public KioskAsking(TrustSettings settings, KioskLife life, KioskFetching fetching, Errands errands, LabClock clock, KioskNetwork network)
    {
        this.settings = settings;
        this.life = life;
        this.fetching = fetching;
        this.errands = errands;
        this.network = network;
        again = clock.CreateTimer(_ => Ask(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The terminal has booted.</summary>
    public void Begin()
    {
        again.Change(settings.AskInterval, settings.AskInterval);
        Ask();
    }

    /// <summary>The terminal boots, and asks with this certificate from then on.</summary>
    public void Stop(KioskNetwork next)
    {
        again.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        network.Dispose();
        network = next;
    }

    /// <summary>Asks now, unless it waits for an answer or fetches firmware.</summary>
    public void Ask()
    {
        var now = life.State;
        if (KioskDecisions.BaseOf(now.Host) is null || fetching.IsUnderWay || Interlocked.Exchange(ref asking, 1) == 1)
        {
            return;
        }

        if (now.Master is not null)
        {
            AskMaster(now, network, GateOnNotPaired);
        }
        else
        {
            AskGate(now, network);
        }
    }

    public void Dispose()
    {
        again.Dispose();
        network.Dispose();
    }

    private void AskGate(KioskState asked, KioskNetwork over) => errands.Send("ask gate", settings.AnswerPatience, default, async cancel =>
    {
        var heard = await over.HelloAsync(KioskDecisions.BaseOf(asked.Host)!, asked.Serial, asked.Firmware, cancel).ConfigureAwait(false);
        life.Hear(asked, s => KioskHearing.Gate(s, heard));
        AfterGate(asked, over);
    });

    private void AfterGate(KioskState asked, KioskNetwork over)
    {
        var now = life.State;
        if (now.Attempt == asked.Attempt && now.Master is not null)
        {
            AskMaster(now, over, (_, _, _) => asking = 0);
            return;
        }

        if (now.Attempt == asked.Attempt && now is { Upgrade: not null, Trouble: null, WaitsForUpgrade: false })
        {
            fetching.Begin(over);
        }

        asking = 0;
    }

    private void AskMaster(KioskState asked, KioskNetwork over, Action<KioskState, MasterHeard, KioskNetwork> then) => errands.Send("ask master", settings.AnswerPatience, default, async cancel =>
    {
        var vpn = asked.Scenario == DeploymentScenario.A ? asked.Vpn : null;
        var heard = await over.StatusAsync(asked.Master!, asked.Pin!, vpn, cancel).ConfigureAwait(false);
        life.Hear(asked, s => KioskHearing.Master(s, heard));
        then(asked, heard, over);
    });

    /// <summary>
    /// Whoever reads the pairing code off the screen expects the request in CAS, and it is gate that puts it there. A master to
    /// which gate has just sent the terminal is not doubted, or the two of them could send it back and forth.
    /// </summary>
    private void GateOnNotPaired(KioskState asked, MasterHeard heard, KioskNetwork over)
    {
        var now = life.State;
        if (heard.Reason == RejectionReason.NotPaired && now.Attempt == asked.Attempt)
        {
            AskGate(now, over);
            return;
        }

        asking = 0;
    }
}

using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>A terminal's upgrade under way: it fetches a firmware package piece by piece, and installs it with the last one.</summary>
internal sealed class KioskFetching : IDisposable
{
    /// <summary>How many pieces a package is fetched in. Lab's choice.</summary>
    private const int Pieces = 8;

    private readonly TrustSettings settings;
    private readonly KioskDisk disk;
    private readonly KioskLife life;
    private readonly Errands errands;
    private readonly ITimer next;
    private KioskNetwork? network;
    private volatile bool isUnderWay;

    public KioskFetching(TrustSettings settings, KioskDisk disk, KioskLife life, Errands errands, LabClock clock)
    {
        this.settings = settings;
        this.disk = disk;
        this.life = life;
        this.errands = errands;
        next = clock.CreateTimer(_ => Fetch(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether pieces are being fetched; a terminal asks nothing else meanwhile.</summary>
    public bool IsUnderWay => isUnderWay;

    /// <summary>Begins, or goes on where the disk says.</summary>
    public void Begin(KioskNetwork over)
    {
        network = over;
        isUnderWay = true;
        FetchNext();
    }

    /// <summary>The terminal boots: it asks gate first.</summary>
    public void Stop() => isUnderWay = false;

    public void Dispose() => next.Dispose();

    private void FetchNext() => next.Change(settings.PieceTakes, Timeout.InfiniteTimeSpan);

    private void Fetch()
    {
        var now = life.State;
        if (now is { Upgrade: { } upgrade, Trouble: null } && isUnderWay)
        {
            var over = network!;
            errands.Send("fetch firmware", settings.AnswerPatience, default, cancel => FetchAsync(now, upgrade, over, cancel));
        }
    }

    private async Task FetchAsync(KioskState asked, KioskUpgrade upgrade, KioskNetwork over, CancellationToken cancel)
    {
        var (reply, piece, total) = await over.FetchAsync(upgrade.Package, upgrade.Received, FirmwarePackage.Length / Pieces, cancel).ConfigureAwait(false);
        life.Hear(asked, s => Take(s, upgrade, piece, (int)total, reply.Why));
        if (piece.Length > 0 && life.State.Attempt == asked.Attempt && life.State.Upgrade is { } left && left.Received < left.Total)
        {
            FetchNext();
            return;
        }

        isUnderWay = false;
    }

    /// <summary>The last piece and what it completes are one change: a power cut between them would leave a package that nobody installs.</summary>
    private KioskState Take(KioskState state, KioskUpgrade upgrade, byte[] piece, int total, NoReply why)
    {
        var whole = piece.Length > 0 ? disk.Append(upgrade.Received, piece) : [];
        var after = KioskHearing.Piece(state, whole.Length, whole.Length > 0 ? total : 0, why);
        return whole.Length > 0 && whole.Length >= total ? KioskHearing.Installed(after, FirmwarePackage.VersionIn(whole)) : after;
    }
}

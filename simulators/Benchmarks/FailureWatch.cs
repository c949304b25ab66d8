using PairingLab.Host.Site;
using PairingLab.TerminalTrust.Devices.Kiosk;
using KioskDevice = PairingLab.Kernel.Simulation.Device<
    PairingLab.TerminalTrust.Devices.Kiosk.KioskState,
    PairingLab.TerminalTrust.Devices.Kiosk.KioskRequest,
    PairingLab.TerminalTrust.Devices.Kiosk.KioskReply>;

namespace PairingLab.Benchmarks;

/// <summary>
/// Notes which terminals show that a server let them down: a timeout, a TLS error, an answer that is none. A question that was under
/// way when the old server went down is broken by the migration itself, and no failure of the new one, however late it is felt.
/// </summary>
internal sealed class FailureWatch : IDisposable
{
    private const ErrorBits LetDown =
        ErrorBits.Timeout | ErrorBits.TlsError | ErrorBits.UnknownNetworkError | ErrorBits.CertificateMismatch;

    private readonly LabSite site;
    private readonly List<(KioskDevice Terminal, Action Look)> watched = [];
    private readonly Dictionary<string, string> failed = new(StringComparer.Ordinal);
    private readonly HashSet<string> cut = new(StringComparer.Ordinal);
    private DateTimeOffset? serves;

    public FailureWatch(LabSite site, IEnumerable<KioskDevice> terminals)
    {
        this.site = site;
        foreach (var terminal in terminals)
        {
            void Look() => LookAt(terminal);
            watched.Add((terminal, Look));
            terminal.Changed += Look;
        }
    }

    /// <summary>How many terminals the new server has let down.</summary>
    public int Count => failed.Count;

    /// <summary>"12 Timeout (…)": how many of each; and how many questions the migration has cut.</summary>
    public string Kinds =>
        string.Join(", ", failed.Values.GroupBy(f => f, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}")
        .Append($"{cut.Count} cut by the migration itself"));

    /// <summary>The new server serves from now on.</summary>
    public void Serves()
    {
        lock (failed)
        {
            serves = site.Clock.GetUtcNow();
        }
    }

    public void Dispose() => watched.ForEach(w => w.Terminal.Changed -= w.Look);

    private void LookAt(KioskDevice terminal)
    {
        if (terminal.State is not { Trouble: { } trouble, Pin: not null } || (trouble.Bits & LetDown) == ErrorBits.None)
        {
            return;
        }

        var unanswered = site.Tap.Since(0).LastOrDefault(e => e.From == terminal.Info.Id && e.Status == 0);
        lock (failed)
        {
            if (unanswered is not null && (serves is null || unanswered.At.AddMilliseconds(-unanswered.Milliseconds) < serves))
            {
                cut.Add(terminal.Info.Id);
            }
            else
            {
                failed[terminal.Info.Id] = $"{trouble.Bits} ({unanswered?.ResponseBody})";
            }
        }
    }
}

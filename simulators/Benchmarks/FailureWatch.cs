using PairingLab.TerminalTrust.Devices.Kiosk;

namespace PairingLab.Benchmarks;

/// <summary>Notes which terminals show that a server let them down: a timeout, a TLS error, an answer that is none.</summary>
internal sealed class FailureWatch(IReadOnlyList<KioskDevice> terminals, HashSet<string> failed) : IDisposable
{
    private const ErrorBits LetDown = ErrorBits.Timeout | ErrorBits.TlsError | ErrorBits.UnknownNetworkError | ErrorBits.CertificateMismatch;

    private readonly List<(KioskDevice Terminal, Action Look)> watched = [];

    /// <summary>Begins once every connection that the migration itself has broken is known to be broken.</summary>
    public void Begin()
    {
        foreach (var terminal in terminals)
        {
            var old = terminal.State?.Trouble;
            void Look()
            {
                if (terminal.State?.Trouble is { } trouble && (trouble.Bits & LetDown) != ErrorBits.None && terminal.State.Pin is not null && !ReferenceEquals(trouble, old))
                {
                    lock (failed)
                    {
                        failed.Add($"{terminal.Card.Id} {trouble.Bits}");
                    }
                }
            }

            watched.Add((terminal, Look));
            terminal.Changed += Look;
        }
    }

    public void Dispose() => watched.ForEach(w => w.Terminal.Changed -= w.Look);
}

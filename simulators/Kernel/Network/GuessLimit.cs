namespace PairingLab.Kernel.Network;

/// <summary>
/// Limits how often a secret of few digits is guessed, by device, by address, by whatever tells the guessers apart. After some wrong
/// guesses further ones are refused for a while, which doubles with each wrong one after it. Each lab counts for itself, and begins anew
/// when it is started.
/// </summary>
/// <param name="clock">Lab time.</param>
/// <param name="firstWait">How long the first wait is; wrong guesses before it are forgotten after as long.</param>
public sealed class GuessLimit(TimeProvider clock, TimeSpan firstWait)
{
    /// <summary>No wait is longer, unless the first one is; and for so long after it the guesser is remembered.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>More of them are somebody who tries names out: those that are over are forgotten.</summary>
    private const int MostKept = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Guesser> guessers = new(StringComparer.Ordinal);

    /// <summary>
    /// Takes a guess before it is judged, so that many at a time are many: it counts as wrong until it is taken back. How long to wait
    /// when it is not heard; null when it is.
    /// </summary>
    /// <param name="by">Who guesses, and how many wrong guesses it has before it must wait.</param>
    public TimeSpan? Take(params ReadOnlySpan<(string Who, int Free)> by)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            var until = now;
            foreach (var (who, _) in by)
            {
                until = guessers.TryGetValue(who, out var known) && known.Until > until ? known.Until : until;
            }

            if (until > now)
            {
                return until - now;
            }

            foreach (var (who, free) in by)
            {
                var wrong = guessers.TryGetValue(who, out var known) && known.ForgottenAt > now ? known.Wrong + 1 : 1;
                guessers[who] = wrong < free
                    ? new(wrong, now, now + firstWait)
                    : new(wrong, now + Wait(wrong - free), now + Wait(wrong - free) + LongestWait);
            }

            ForgetOld(now);
            return null;
        }
    }

    /// <summary>The guess that was taken was right, or none at all.</summary>
    public void TakeBack(params ReadOnlySpan<string> by)
    {
        lock (gate)
        {
            foreach (var who in by)
            {
                if (guessers.TryGetValue(who, out var known))
                {
                    guessers[who] = known with { Wrong = known.Wrong - 1, Until = clock.GetUtcNow() };
                }
            }
        }
    }

    /// <summary>There is another secret to guess, or none any more: it begins anew.</summary>
    public void Forget(string who)
    {
        lock (gate)
        {
            guessers.Remove(who);
        }
    }

    private TimeSpan Wait(int times)
    {
        var longest = firstWait > LongestWait ? firstWait : LongestWait;
        var wait = firstWait.Ticks * Math.Pow(2, times);
        return wait < longest.Ticks ? TimeSpan.FromTicks((long)wait) : longest;
    }

    private void ForgetOld(DateTimeOffset now)
    {
        if (guessers.Count > MostKept)
        {
            guessers.Where(g => g.Value.ForgottenAt <= now).ToList().ForEach(g => guessers.Remove(g.Key));
        }
    }

    private sealed record Guesser(int Wrong, DateTimeOffset Until, DateTimeOffset ForgottenAt);
}

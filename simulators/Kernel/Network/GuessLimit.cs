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
    /// <param name="guess">What was taken, to take it back; empty when it is not heard.</param>
    /// <param name="by">Who guesses, and how many wrong guesses it has before it must wait.</param>
    public TimeSpan? Take(out TakenGuess guess, params ReadOnlySpan<(string Who, int Free)> by)
    {
        guess = new();
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
                if (!guessers.TryGetValue(who, out var guesser) || guesser.ForgottenAt <= now)
                {
                    guessers[who] = guesser = new(free);
                }

                guesser.Wrong++;
                guesser.Until = guesser.Wrong < free ? now : now + Wait(guesser.Wrong - free);
                guesser.ForgottenAt = guesser.Wrong < free ? now + firstWait : guesser.Until + LongestWait;
                guesser.Last = guess;
                guess.By.Add(guesser);
            }

            ForgetOld(now);
            return null;
        }
    }

    /// <summary>
    /// The guess that was taken was right, or none at all. A wait that another guess has brought goes on, unless too few wrong ones are
    /// left for it.
    /// </summary>
    public void TakeBack(TakenGuess guess)
    {
        lock (gate)
        {
            foreach (var guesser in guess.By)
            {
                guesser.Wrong--;
                if (guesser.Last == guess || guesser.Wrong < guesser.Free)
                {
                    guesser.Until = clock.GetUtcNow();
                }
            }

            guess.By.Clear();
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

    /// <summary>What is known of who guesses.</summary>
    internal sealed class Guesser(int free)
    {
        public int Free { get; } = free;

        public int Wrong { get; set; }

        public DateTimeOffset Until { get; set; }

        public DateTimeOffset ForgottenAt { get; set; }

        public TakenGuess? Last { get; set; }
    }
}

/// <summary>A guess that was taken.</summary>
public sealed class TakenGuess
{
    /// <summary>Those for whom it counts. One that was forgotten since is not known by its name any more.</summary>
    internal List<GuessLimit.Guesser> By { get; } = [];
}

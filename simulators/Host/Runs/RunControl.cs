using PairingLab.Host.Commands;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Runs;

/// <summary>
/// What a person can do to a run: <c>pause</c> and <c>resume</c> it, <c>skip</c> what runs now, <c>abort</c> the rest. The process that
/// runs scenarios reads a line for each from its input and obeys at the next step.
/// </summary>
public sealed class RunControl(LabConsole console, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<string> early = [];
    private readonly List<Intervention> done = [];
    private StreamWriter? process;

    /// <summary>The words, as they are typed and sent.</summary>
    public static IReadOnlyList<string> Words { get; } = ["pause", "resume", "skip", "abort"];

    /// <summary>All that was said so far.</summary>
    public IReadOnlyList<Intervention> Done
    {
        get
        {
            lock (gate)
            {
                return [.. done];
            }
        }
    }

    /// <summary>Whether the rest is not run: no further process is started.</summary>
    public bool IsAborted { get; private set; }

    /// <summary>A process began that takes the words; null when it ended.</summary>
    public void Drives(StreamWriter? input)
    {
        lock (gate)
        {
            process = input;
            if (process is not null)
            {
                early.ForEach(Send);
                early.Clear();
            }
        }
    }

    /// <summary>Does what a word says; false when it is none of <see cref="Words"/>.</summary>
    /// <param name="word">The word.</param>
    /// <param name="who">Who said it: the report tells.</param>
    public bool Do(string word, string who)
    {
        if (!Words.Contains(word))
        {
            return false;
        }

        lock (gate)
        {
            IsAborted |= word == "abort";
            done.Add(new(word, who.ReplaceLineEndings(" "), time.GetUtcNow()));
            var line = $"{word} {done[^1].Who}";
            if (process is null)
            {
                early.Add(line);
            }

            Send(line);
        }

        console.Say($"{word}: {who}");
        return true;
    }

    private void Send(string line)
    {
        try
        {
            process?.WriteLine(line);
            process?.Flush();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process has just ended: there is nothing left to do it to.
        }
    }
}

/// <summary>Reads the words of a run from the console and hands all other lines on, to the person's answers.</summary>
internal sealed class ControlledInput(TextReader input, RunControl control) : TextReader
{
    /// <inheritdoc />
    public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var line = await input.ReadLineAsync(cancellationToken);
            if (line is null || !control.Do(line.Trim().ToLowerInvariant(), Environment.UserName))
            {
                return line;
            }
        }
    }
}

using System.Globalization;
using PairingLab.Reports.Evidence;

namespace PairingLab.Features.Support;

/// <summary>What a person does to the run, as run-lab tells it: a line for each word, obeyed at the next step.</summary>
public sealed class OperatorControl(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly List<Intervention> done = [];
    private TaskCompletionSource? paused;

    /// <summary>All that was done.</summary>
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

    /// <summary>Why nothing more is run; null while it is.</summary>
    public string? WhyAborted => Last("abort") is { } abort ? $"not run: aborted by {Said(abort)}" : null;

    /// <summary>Reads words until the input ends; nobody waits for that.</summary>
    public void Follow(TextReader input) => _ = Task.Run(async () =>
    {
        while (await input.ReadLineAsync() is { } line)
        {
            Do(line);
        }
    });

    /// <summary>Does what a line says: a word, and who said it.</summary>
    public void Do(string line)
    {
        var (word, who) = line.Split(' ', 2) is [var first, var rest] ? (first, rest) : (line, "somebody");
        lock (gate)
        {
            done.Add(new(word, who, time.GetUtcNow()));
            if (word == "pause")
            {
                paused ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            else
            {
                // To skip or abort what is paused, it has to go on.
                paused?.TrySetResult();
                paused = null;
            }
        }
    }

    /// <summary>Waits while the run is paused.</summary>
    public Task WhilePausedAsync()
    {
        lock (gate)
        {
            return paused?.Task ?? Task.CompletedTask;
        }
    }

    /// <summary>Why a scenario that began then is left; null when it goes on.</summary>
    public string? WhySkipped(DateTimeOffset began) =>
        Last("skip") is { } skip && skip.When >= began ? $"skipped by {Said(skip)}" : null;

    private Intervention? Last(string word) => Done.LastOrDefault(i => i.What == word);

    private static string Said(Intervention done) =>
        $"{done.Who} at {done.When.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";
}

/// <summary>Pausing holds the next step, and whatever comes then lets it go.</summary>
public sealed class OperatorControlTests
{
    private readonly OperatorControl control = new(TimeProvider.System);

    [Theory]
    [InlineData("resume Ann")]
    [InlineData("skip Ann")]
    [InlineData("abort Ann")]
    public void A_pause_ends_with_the_next_word(string word)
    {
        control.WhilePausedAsync().IsCompleted.ShouldBeTrue();
        control.Do("pause Ann");
        var waiting = control.WhilePausedAsync();
        waiting.IsCompleted.ShouldBeFalse();
        control.Do(word);
        waiting.IsCompleted.ShouldBeTrue();
        control.WhilePausedAsync().IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void A_skip_leaves_what_ran_then_and_nothing_that_began_later()
    {
        var began = TimeProvider.System.GetUtcNow();
        control.WhySkipped(began).ShouldBeNull();
        control.Do("skip Ann Smith");
        control.WhySkipped(began)!.ShouldStartWith("skipped by Ann Smith at ");
        control.WhySkipped(TimeProvider.System.GetUtcNow().AddSeconds(1)).ShouldBeNull();
        control.WhyAborted.ShouldBeNull();
    }
}

using PairingLab.Features.Support;
using PairingLab.Reports.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>
/// The POSs that a run certifies: one, as a rule. Several go through each scenario step by step, so many at a time as the machine has
/// cores; the scenario ends early when it goes on for none of them.
/// </summary>
public sealed class PosesUnderTest : IAsyncDisposable
{
    private readonly IReadOnlyList<PosUnderTest> all;

    /// <summary>A page that many others keep from its core is slow, and no rule is about that.</summary>
    private readonly SemaphoreSlim width = new(Environment.ProcessorCount);

    private PosesUnderTest(IReadOnlyList<PosUnderTest> all) => this.all = all;

    /// <summary>The last screens, for the evidence of a scenario that failed.</summary>
    internal IEnumerable<byte[]> Pictures => all.Select(c => c.Picture).OfType<byte[]>();

    /// <summary>Sets the lab up around each.</summary>
    public static async Task<PosesUnderTest> OpenAsync(ScenarioBench bench) =>
        new(await Task.WhenAll(bench.Certification.Targets.Select(t => PosUnderTest.OpenAsync(bench, t))));

    /// <summary>Begins with a rule.</summary>
    public void Begin(CertificationRule rule)
    {
        foreach (var pos in all)
        {
            pos.Begin(rule);
        }
    }

    /// <summary>Takes a step's text down, for those for which the rule goes on.</summary>
    public void Note(string step)
    {
        foreach (var pos in all.Where(c => c.GoesOn))
        {
            pos.Note(step);
        }
    }

    /// <summary>Does a step on each POS for which the rule goes on.</summary>
    internal async Task DoAsync(Func<Fixture, Task> step)
    {
        var errors = await Task.WhenAll(all.Where(c => c.GoesOn).Select(c => InTurnAsync(() => c.TryAsync(step))));
        if (!all.Any(c => c.GoesOn) && errors.OfType<Exception>().FirstOrDefault() is { } error)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        }
    }

    /// <summary>Ends the rule and writes the results.</summary>
    public Task EndAsync(CertificationRule rule) => Task.WhenAll(all.Where(c => c.IsAsked).Select(c => InTurnAsync(async () =>
    {
        await c.EndAsync(rule);
        return rule;
    })));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var pos in all)
        {
            await pos.DisposeAsync();
        }

        width.Dispose();
    }

    private async Task<T> InTurnAsync<T>(Func<Task<T>> act)
    {
        await width.WaitAsync();
        try
        {
            return await act();
        }
        finally
        {
            width.Release();
        }
    }
}

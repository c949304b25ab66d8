using PairingLab.Features.Support;
using PairingLab.Reports.Certification;

namespace PairingLab.Features.Sci.Certification;

/// <summary>
/// The POSs that a run certifies: one, as a rule. Several go through each scenario side by side; the scenario ends early when it
/// goes on for none of them.
/// </summary>
public sealed class Candidates : IAsyncDisposable
{
    private readonly IReadOnlyList<Candidate> all;

    private Candidates(IReadOnlyList<Candidate> all) => this.all = all;

    /// <summary>The last screens, for the evidence of a scenario that failed.</summary>
    internal IEnumerable<byte[]> Pictures => all.Select(c => c.Picture).OfType<byte[]>();

    /// <summary>Sets the lab up around each.</summary>
    public static async Task<Candidates> OpenAsync(ScenarioBench bench) =>
        new(await Task.WhenAll(bench.Certification.Targets.Select(t => Candidate.OpenAsync(bench, t))));

    /// <summary>Begins with a rule.</summary>
    public void Begin()
    {
        foreach (var candidate in all)
        {
            candidate.Begin();
        }
    }

    /// <summary>Takes a step's text down, for those for which the rule goes on.</summary>
    public void Note(string step)
    {
        foreach (var candidate in all.Where(c => c.GoesOn))
        {
            candidate.Note(step);
        }
    }

    /// <summary>Does a step on each POS for which the rule goes on.</summary>
    internal async Task DoAsync(Func<Stage, Task> step)
    {
        var errors = await Task.WhenAll(all.Where(c => c.GoesOn).Select(c => c.TryAsync(step)));
        if (!all.Any(c => c.GoesOn))
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(errors.OfType<Exception>().First());
        }
    }

    /// <summary>Ends the rule and writes the results.</summary>
    public Task EndAsync(CertificationRule rule) => Task.WhenAll(all.Select(c => c.EndAsync(rule)));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var candidate in all)
        {
            await candidate.DisposeAsync();
        }
    }
}

using PairingLab.Drivers.Certification;
using PairingLab.Host.Commands;
using PairingLab.Reports.Certification;

namespace PairingLab.Host.Certify;

/// <summary>Runs the certification features in a process of their own: each scenario is a rule.</summary>
/// <param name="repository">Where the features are; they are built.</param>
/// <param name="run">The folder of the run: its evidence, its report, and what the features have said.</param>
/// <param name="desk">Where the features ask a person; "" when nobody is there.</param>
internal sealed class CertificationRun(Repository repository, DirectoryInfo run, string desk)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly List<string> output = [];

    /// <summary>The rules, in the order of the feature.</summary>
    public IReadOnlyList<CertificationRule> Rules { get; } = CertificationRules.Read(repository.Features);

    /// <summary>Checks the POSs; gives the results of each, one for every rule that is asked of it, in the order of the feature.</summary>
    /// <param name="features">The test assembly.</param>
    /// <param name="targets">The POSs.</param>
    /// <param name="watch">Called now and then while it runs; null when nobody watches.</param>
    /// <param name="interrupted">Stops it; what was judged is kept.</param>
    public async Task<IReadOnlyList<IReadOnlyList<RuleResult>>> CheckAsync(
        string features, IReadOnlyList<CertificationTarget> targets, Action? watch, CancellationToken interrupted)
    {
        var order = Path.Combine(run.FullName, "certify.json");
        new CertificationOrder(targets).Write(order);
        var tested = TestAsync(features, order, interrupted);
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        while (!tested.IsCompleted && watch is not null)
        {
            await timer.WaitForNextTickAsync(CancellationToken.None);
            watch();
        }

        var whyNot = await tested;
        return [.. targets.Select(t => Whole(t, new RuleResultFolder(t.Results).ReadNew(), whyNot))];
    }

    /// <summary>Runs the features; gives what became of rules without a result.</summary>
    private async Task<(RuleVerdict Verdict, string Reason)> TestAsync(string features, string order, CancellationToken interrupted)
    {
        var log = Path.Combine(run.FullName, "features.log");
        try
        {
            await new Dotnet(repository).RunAsync(
                ["test", features, "--filter", "Category=certification"], output.Add, Variables(order), interrupted);
            var last = output.FindLast(l => l.Trim().Length > 0)?.Trim() ?? "it said nothing";
            return (RuleVerdict.Error, $"the run said nothing of it; {last}; all of it is in {log}");
        }
        catch (OperationCanceledException)
        {
            return (RuleVerdict.NotTested, "the certification was stopped");
        }
        finally
        {
            await File.WriteAllLinesAsync(log, output, CancellationToken.None);
        }
    }

    private Dictionary<string, string> Variables(string order) => new(StringComparer.Ordinal)
    {
        ["PAIRINGLAB_RUN"] = run.FullName,
        ["PAIRINGLAB_BENCH"] = repository.SimulatedBench,
        ["PAIRINGLAB_TAGS"] = "@certification",
        ["PAIRINGLAB_DESK"] = desk,
        [CertificationOrder.Variable] = order,
    };

    private IReadOnlyList<RuleResult> Whole(
        CertificationTarget target, IReadOnlyList<RuleResult> results, (RuleVerdict Verdict, string Reason) missing) =>
    [
        .. Rules.Where(r => target.Asks(r.Id)).Select(rule => results.FirstOrDefault(r => r.Rule == rule.Id)
            ?? new() { Rule = rule.Id, Level = rule.Level, Verdict = missing.Verdict, Reason = missing.Reason }),
    ];
}

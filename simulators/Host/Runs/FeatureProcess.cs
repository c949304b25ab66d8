using System.Globalization;
using PairingLab.Host.Commands;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Runs;

/// <summary>The process that runs scenarios, and what it is told in its environment.</summary>
internal sealed class FeatureProcess(Repository repository, string assembly, RunPlan plan, RunOptions options, DirectoryInfo run, int seed)
{
    // Windows takes 32,767 characters; what a longer list would say, the features read in the file.
    private const int LongestCommand = 30_000;

    // A scenario waits for sockets and browsers more than it computes, and takes some 200 MB where a browser is in it.
    private const int WorkersPerCore = 2;
    private const long MemoryPerWorker = 256L << 20;

    /// <summary>How many scenarios run at a time when nobody says.</summary>
    public static int UsualWorkers => (int)Math.Clamp(
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / MemoryPerWorker, 1, WorkersPerCore * Environment.ProcessorCount);

    /// <summary>What it has said so far.</summary>
    public List<string> Output { get; } = [];

    /// <summary>What a person can do to it.</summary>
    public required RunControl Control { get; init; }

    /// <summary>Where a person answers; "" when nobody is there.</summary>
    public string Desk { get; init; } = "";

    /// <summary>Runs scenarios; gives the exit code of the process.</summary>
    /// <param name="scenarios">Which.</param>
    /// <param name="repetition">Which repetition of the run; 1 is the first.</param>
    /// <param name="attempt">Which attempt at them; 1 is the first.</param>
    /// <param name="failures">How many failed in earlier repetitions.</param>
    /// <param name="interrupted">Kills the process.</param>
    public async Task<int> RunAsync(
        IReadOnlyList<Pickle> scenarios, int repetition, int attempt, int failures, CancellationToken interrupted)
    {
        var selection = Path.Combine(run.FullName, "selection.txt");
        await File.WriteAllLinesAsync(selection, scenarios.Select(s => s.Place), interrupted);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PAIRINGLAB_RUN"] = run.FullName,
            ["PAIRINGLAB_BENCH"] = plan.BenchFile,
            ["PAIRINGLAB_THROUGH"] = plan.ThroughBrowser ? "browser" : "wire",
            ["PAIRINGLAB_SEED"] = Text(seed),
            ["PAIRINGLAB_TAGS"] = options.Selection.Tags ?? "",
            ["PAIRINGLAB_DESK"] = Desk,
            ["PAIRINGLAB_SELECTION"] = selection,
            ["PAIRINGLAB_REPETITION"] = Text(repetition),
            ["PAIRINGLAB_ATTEMPT"] = Text(attempt),
            ["PAIRINGLAB_REPEAT"] = Text(options.UntilFailure ? 1 : options.Repeat ?? 1),
            ["PAIRINGLAB_MAX_FAILURES"] = options.MaxFailures is { } max ? Text(max) : "",
            ["PAIRINGLAB_EARLIER_FAILURES"] = Text(failures),
            ["PAIRINGLAB_FAIL_ON_FLAKY"] = options.FailOnFlaky ? "true" : "",
            ["PAIRINGLAB_CONTROL"] = "stdin",
            ["PAIRINGLAB_COMMAND"] = options.CommandLine,
        };
        var whole = plan.IsWhole && scenarios.Count == plan.Scenarios.Count;
        var arguments = Arguments(whole ? null : scenarios);
        return await new Dotnet(repository).RunAsync(arguments, Output.Add, variables, interrupted, Control.Drives);
    }

    // The program itself, since VSTest alone takes seconds to start. A run of everything runs the tests beside the scenarios too.
    private IEnumerable<string> Arguments(IReadOnlyList<Pickle>? scenarios)
    {
        // Reqnroll's own generator (docs/reqnroll.md) writes no places: then all begin, and those that were not picked leave at once.
        var hasPlaces = File.Exists(Path.Combine(Path.GetDirectoryName(assembly)!, "PairingLab.Xunit.ReqnrollPlugin.dll"));
        var places = (hasPlaces ? scenarios : null)?.SelectMany(s => new[] { "-trait", $"Place={s.Place}" }).ToList() ?? [];
        return
        [
            assembly, "-noLogo", "-noColor", "-noAutoReporters", "-maxThreads", Text(options.Workers ?? UsualWorkers),
            .. places.Sum(p => p.Length + 3) < LongestCommand ? places : ["-trait", "Place=*"],
        ];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

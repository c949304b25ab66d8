using System.Globalization;
using PairingLab.Host.Site;

namespace PairingLab.Features.Support;

/// <summary>What a run was started with: run-lab says it in environment variables; plain dotnet test has the defaults.</summary>
public sealed record RunSettings
{
    /// <summary>The repository.</summary>
    public required string Root { get; init; }

    /// <summary>Where the report goes.</summary>
    public required string Folder { get; init; }

    /// <summary>The systems that the lab knows.</summary>
    public PairingSystems Systems { get; init; } = PairingSystems.BuiltIn;

    /// <summary>The bench file.</summary>
    public required string BenchFile { get; init; }

    /// <summary>The bench that scenarios are written for: it has all that they name.</summary>
    public string UsualBench => Path.Combine(Root, "lab-config", "benches", "simulated.json");

    /// <summary>Whether every panel is worked in a browser.</summary>
    public bool ThroughBrowser { get; init; }

    /// <summary>What all randomness of the run comes from.</summary>
    public int Seed { get; init; }

    /// <summary>The tag expression; null when nothing was said.</summary>
    public string? Tags { get; init; }

    /// <summary>Whether run-lab started this run, so that it is known which scenarios must have run.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>Where the operator desk of run-lab is; null when nobody sits there.</summary>
    public string? OperatorDesk { get; init; }

    /// <summary>The places of the scenarios that this process runs; null for all.</summary>
    public IReadOnlySet<string>? Selected { get; init; }

    /// <summary>Which repetition of the run this is; 1 is the first.</summary>
    public int Repetition { get; init; } = 1;

    /// <summary>Which attempt at the scenarios this is; 1 is the first.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>How many repetitions were asked for.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>How many failures end the run; null for no limit.</summary>
    public int? MaxFailures { get; init; }

    /// <summary>How many scenarios failed in the repetitions before this one.</summary>
    public int EarlierFailures { get; init; }

    /// <summary>Whether a scenario that passed only when it was tried again fails the run.</summary>
    public bool FailOnFlaky { get; init; }

    /// <summary>The command that started the run.</summary>
    public string CommandLine { get; init; } = "dotnet test";

    /// <summary>Whether run-lab says on the standard input what a person does to the run.</summary>
    public bool IsControlled { get; init; }

    /// <summary>Whether no scenario is run: steps and bindings are compared, and that is all.</summary>
    public bool IsDry { get; init; }

    /// <summary>The file of what is to be certified; null for the lab's own POS.</summary>
    public string? Certify { get; init; }

    /// <summary>Those of this run; scenarios about other systems, or on a bench of their own, say so before the run begins.</summary>
    public static RunSettings Current { get; set; } = Read(TimeProvider.System);

    private static RunSettings Read(TimeProvider time)
    {
        var root = FindRoot();
        var id = $"{time.GetLocalNow():yyyyMMdd-HHmmss}-{Environment.ProcessId}";
        var folder = Variable("RUN");
        return new()
        {
            Root = root,
            Folder = folder ?? Path.Combine(Variable("REPORTS") ?? Path.Combine(root, "reports", "out"), id),
            BenchFile = Variable("BENCH") ?? Path.Combine(root, "lab-config", "benches", "simulated.json"),
            ThroughBrowser = Variable("THROUGH") == "browser",
            Seed = int.TryParse(Variable("SEED"), out var seed) ? seed : Environment.TickCount & 0xFFFFFF,
            Tags = Variable("TAGS"),
            IsPlanned = folder is not null,
            OperatorDesk = Variable("DESK"),
            Certify = Variable("CERTIFY"),
            Selected = Variable("SELECTION") is { } file ? File.ReadLines(file).ToHashSet(StringComparer.Ordinal) : null,
            Repetition = Number("REPETITION") ?? 1,
            Attempt = Number("ATTEMPT") ?? 1,
            Repeat = Number("REPEAT") ?? 1,
            MaxFailures = Number("MAX_FAILURES"),
            EarlierFailures = Number("EARLIER_FAILURES") ?? 0,
            FailOnFlaky = Variable("FAIL_ON_FLAKY") is not null,
            CommandLine = Variable("COMMAND") ?? (folder is null ? "dotnet test" : "run-lab run"),
            IsControlled = Variable("CONTROL") == "stdin",
            IsDry = Variable("DRY_RUN") is not null,
        };
    }

    private static int? Number(string name) => int.TryParse(Variable(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable($"PAIRINGLAB_{name}") is { Length: > 0 } value ? value : null;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PairingLab.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"no PairingLab.sln above {AppContext.BaseDirectory}");
    }
}

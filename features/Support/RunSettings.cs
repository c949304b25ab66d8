namespace PairingLab.Features.Support;

/// <summary>What a run was started with: run-lab says it in environment variables; plain dotnet test has the defaults.</summary>
public sealed record RunSettings
{
    /// <summary>The repository.</summary>
    public required string Root { get; init; }

    /// <summary>Where the report goes.</summary>
    public required string Folder { get; init; }

    /// <summary>The bench file.</summary>
    public required string BenchFile { get; init; }

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

    /// <summary>The file of what is to be certified; null for the lab's own POS.</summary>
    public string? Certify { get; init; }

    /// <summary>Reads the environment.</summary>
    public static RunSettings Read(TimeProvider time)
    {
        var root = FindRoot();
        var id = $"{time.GetLocalNow():yyyyMMdd-HHmmss}-{Environment.ProcessId}";
        var folder = Variable("RUN");
        return new()
        {
            Root = root,
            Folder = folder ?? Path.Combine(root, "reports", "out", id),
            BenchFile = Variable("BENCH") ?? Path.Combine(root, "lab-config", "benches", "simulated.json"),
            ThroughBrowser = Variable("THROUGH") == "browser",
            Seed = int.TryParse(Variable("SEED"), out var seed) ? seed : Environment.TickCount & 0xFFFFFF,
            Tags = Variable("TAGS"),
            IsPlanned = folder is not null,
            OperatorDesk = Variable("DESK"),
            Certify = Variable("CERTIFY"),
        };
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable($"PAIRINGLAB_{name}") is { Length: > 0 } value ? value : null;

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

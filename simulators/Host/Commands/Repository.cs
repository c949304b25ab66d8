using PairingLab.Drivers.Words;

namespace PairingLab.Host.Commands;

/// <summary>The repository that this program was built in.</summary>
/// <param name="Root">Its folder.</param>
public sealed record Repository(string Root)
{
    /// <summary>The projects of the features.</summary>
    public string Features => Path.Combine(Root, "features");

    /// <summary>The bench of a run for which none is named.</summary>
    public string SimulatedBench => Path.Combine(Root, "lab-config", "benches", "simulated.json");

    /// <summary>Where runs, their history and the list of what failed lie, if a person has said so.</summary>
    public string? Out { get; init; }

    /// <summary>Where runs, their history and the list of what failed lie; not in git.</summary>
    public string Reports => (Out ?? Environment.GetEnvironmentVariable("PAIRINGLAB_REPORTS")) is { Length: > 0 } elsewhere
        ? Path.GetFullPath(elsewhere)
        : Path.Combine(Root, "reports", "out");

    /// <summary>What the lab remembers between runs; not in git.</summary>
    public string Memory => Path.Combine(Root, ".lab");

    /// <summary>Finds it above the program.</summary>
    public static Repository Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PairingLab.sln")))
        {
            folder = folder.Parent;
        }

        return new(folder?.FullName ?? throw new CommandException(
            $"there is no PairingLab.sln above {AppContext.BaseDirectory}; "
            + "start this with run-lab.sh in a clone of the repository"));
    }

    /// <summary>The folders of all runs; of those that run-lab named, the oldest first.</summary>
    public IReadOnlyList<DirectoryInfo> Runs => Directory.Exists(Reports)
        ? [.. new DirectoryInfo(Reports).EnumerateDirectories().Where(IsRun).OrderBy(d => d.Name, StringComparer.Ordinal)]
        : [];

    /// <summary>The folder of a run that a person names: a folder, or the name of one below <see cref="Reports"/>, or "last".</summary>
    public DirectoryInfo FindRun(string said)
    {
        var runs = Runs;
        var found = said == "last" ? runs.LastOrDefault(r => char.IsAsciiDigit(r.Name[0]))
            : new[] { said, Path.Combine(Reports, said) }.Select(p => new DirectoryInfo(p)).FirstOrDefault(IsRun);
        if (found is not null)
        {
            return found;
        }

        var near = DidYouMean.To(Path.GetFileName(Path.TrimEndingDirectorySeparator(said)), runs.Select(r => r.Name));
        var known = near is not null ? $"did you mean '{near}'?"
            : runs.Count == 0 ? $"there is none in {Reports}"
            : $"the last ones are: {string.Join(", ", runs.TakeLast(3).Select(r => r.Name))}";
        throw new CommandException($"no run '{said}'; {known}");
    }

    private static bool IsRun(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "evidence", "run.json"));

    /// <summary>The folder of a new run; its name says when it began.</summary>
    public DirectoryInfo NewRun(TimeProvider time, string prefix = "")
    {
        var name = $"{prefix}{time.GetLocalNow():yyyyMMdd-HHmmss}";
        var folder = Path.Combine(Reports, name);

        try
        {
            // Two runs may begin within a second.
            return Directory.CreateDirectory(Directory.Exists(folder) ? $"{folder}-{Environment.ProcessId}" : folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(
                $"no run can be written to {Reports}: {e.Message.TrimEnd('.')}; "
                + "run --out DIR names another folder, as PAIRINGLAB_REPORTS does");
        }
    }
}

namespace PairingLab.Host.Commands;

/// <summary>The repository that this program was built in.</summary>
/// <param name="Root">Its folder.</param>
public sealed record Repository(string Root)
{
    /// <summary>The projects of the features.</summary>
    public string Features => Path.Combine(Root, "features");

    /// <summary>The bench of a run for which none is named.</summary>
    public string SimulatedBench => Path.Combine(Root, "lab-config", "benches", "simulated.json");

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

        return new(folder?.FullName ?? throw new CommandException($"there is no PairingLab.sln above {AppContext.BaseDirectory}; start this with run-lab.sh in a clone of the repository"));
    }

    /// <summary>The folder of a new run; its name says when it began.</summary>
    public DirectoryInfo NewRun(TimeProvider time, string prefix = "")
    {
        var name = $"{prefix}{time.GetLocalNow():yyyyMMdd-HHmmss}";
        var folder = Path.Combine(Root, "reports", "out", name);

        // Two runs may begin within a second.
        return Directory.CreateDirectory(Directory.Exists(folder) ? $"{folder}-{Environment.ProcessId}" : folder);
    }
}

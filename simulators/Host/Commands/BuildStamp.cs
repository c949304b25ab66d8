namespace PairingLab.Host.Commands;

/// <summary>Remembers when the features were built and with which packages: asking MSBuild takes longer than a small run.</summary>
internal sealed class BuildStamp(Repository repository)
{
    private static readonly string[] Made = ["bin", "obj", "out", "node_modules"];
    private static readonly string[] Sources = ["features", "drivers", "reports", "simulators", "lab-config", ".config"];

    private string File => Path.Combine(repository.Memory, "features-built");

    /// <summary>Whether nothing changed since they were built with this set.</summary>
    public bool IsFresh(PackageSet packages, string assembly)
    {
        var stamp = new FileInfo(File);
        return stamp.Exists && System.IO.File.Exists(assembly)
            && System.IO.File.ReadAllText(File) == Content(packages)
            && Built(packages)
            && !Changed(stamp.LastWriteTimeUtc);
    }

    /// <summary>Remembers a build that began at this time; what changed since is not in it.</summary>
    public void Set(PackageSet packages, DateTimeOffset began)
    {
        Directory.CreateDirectory(repository.Memory);
        System.IO.File.WriteAllText(File, Content(packages));
        System.IO.File.SetLastWriteTimeUtc(File, began.UtcDateTime);
    }

    // A file that was taken away leaves no newer time behind, but their number tells.
    private string Content(PackageSet packages) => $"{packages.Name}\t{Environment.Version}\t{AllFiles().Count()}";

    // Somebody may have built with the other set since, by hand.
    private bool Built(PackageSet packages)
    {
        var engine = Path.Combine(repository.Features, "obj", "engine");
        return System.IO.File.Exists(engine) && System.IO.File.ReadAllText(engine).Trim() == packages.Name;
    }

    private bool Changed(DateTime since) => AllFiles().Any(f => f.LastWriteTimeUtc > since);

    private IEnumerable<FileInfo> AllFiles() =>
        new DirectoryInfo(repository.Root).EnumerateFiles().Concat(Sources.SelectMany(s => FilesIn(new(Path.Combine(repository.Root, s)))));

    private static IEnumerable<FileInfo> FilesIn(DirectoryInfo folder) => folder.EnumerateFiles()
        .Where(f => !f.Name.EndsWith(".feature.cs", StringComparison.Ordinal))
        .Concat(folder.EnumerateDirectories().Where(d => !Made.Contains(d.Name)).SelectMany(FilesIn));
}

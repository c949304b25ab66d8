namespace PairingLab.Host.Commands;

/// <summary>Remembers when the features were built: asking MSBuild takes longer than a small run.</summary>
internal sealed class BuildStamp(Repository repository)
{
    private static readonly string[] Made = ["bin", "obj", "out", "node_modules"];
    private static readonly string[] Sources = ["features", "drivers", "reports", "simulators", "lab-config", ".config"];

    private string File => Path.Combine(repository.Memory, "features-built");

    /// <summary>Whether nothing changed since they were built.</summary>
    public bool IsFresh(string assembly)
    {
        var stamp = new FileInfo(File);
        return stamp.Exists && System.IO.File.Exists(assembly)
            && System.IO.File.ReadAllText(File) == Content()
            && !Changed(stamp.LastWriteTimeUtc);
    }

    /// <summary>Remembers a build that began at this time; what changed since is not in it.</summary>
    public void Set(DateTimeOffset began)
    {
        Directory.CreateDirectory(repository.Memory);
        System.IO.File.WriteAllText(File, Content());
        System.IO.File.SetLastWriteTimeUtc(File, began.UtcDateTime);
    }

    // A file that was taken away leaves no newer time behind, but their number tells.
    private string Content() => $"{Environment.Version}\t{AllFiles().Count()}";

    private bool Changed(DateTime since) => AllFiles().Any(f => f.LastWriteTimeUtc > since);

    private IEnumerable<FileInfo> AllFiles() =>
        new DirectoryInfo(repository.Root).EnumerateFiles().Concat(Sources.SelectMany(s => FilesIn(new(Path.Combine(repository.Root, s)))));

    private static IEnumerable<FileInfo> FilesIn(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(d => !Made.Contains(d.Name)).SelectMany(FilesIn));
}

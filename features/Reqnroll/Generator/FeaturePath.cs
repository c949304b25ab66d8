namespace PairingLab.ReqnrollGenerator;

/// <summary>Where a feature lies.</summary>
internal sealed class FeaturePath(string file, string projectFolder, string rootNamespace)
{
    /// <summary>The whole path, for #line.</summary>
    public string File => file;

    /// <summary>The path below the project, with slashes.</summary>
    public string Relative { get; } = Below(file, projectFolder).Replace('\\', '/').TrimStart('/');

    /// <summary>The folder below the project, with slashes; empty for the project itself.</summary>
    public string Folder => Relative.Contains('/') ? Relative.Substring(0, Relative.LastIndexOf('/')) : "";

    /// <summary>The namespace of its class, as a class in the same folder has it.</summary>
    public string Namespace =>
        string.Join(".", Folder.Split(['/'], StringSplitOptions.RemoveEmptyEntries).Select(Identifiers.Of).Prepend(rootNamespace));

    private static string Below(string file, string folder) =>
        file.StartsWith(folder, StringComparison.Ordinal) ? file.Substring(folder.Length) : System.IO.Path.GetFileName(file);
}

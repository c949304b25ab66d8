namespace PairingLab.Drivers.Tests;

/// <summary>The repository's folders, found from where the tests run.</summary>
internal static class RepositoryPaths
{
    public static string Root { get; } = FindRoot();

    public static string Benches => Path.Combine(Root, "lab-config", "benches");

    public static string Tests => Path.Combine(Root, "drivers", "Drivers.Tests");

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Directory.Packages.props")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("the tests run outside the repository");
        }

        return folder;
    }
}

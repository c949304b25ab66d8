using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Architecture;

/// <summary>
/// One subject a file: a file of six lines belongs to another one, and one of more than three hundred has several subjects.
/// </summary>
public sealed class FileTests
{
    private const int Tiny = 6;
    private const int Long = 300;
    private const double TinyShare = 0.03;

    private static readonly List<(string Name, int Lines)> Files =
    [
        .. Wings.SelectMany(wing => Directory.EnumerateFiles(
                Path.Combine(Repository.Find().Root, wing), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Split('/', '\\').Any(part => part is "bin" or "obj"))
            .Select(f => (Path.GetRelativePath(Repository.Find().Root, f), File.ReadLines(f).Count())),
    ];

    private static IEnumerable<string> Wings => ["simulators", "drivers", "features", "reports"];

    [Fact]
    public void Few_files_are_tiny()
    {
        var tiny = Files.Where(f => f.Lines <= Tiny).ToList();
        (tiny.Count / (double)Files.Count).ShouldBeLessThan(TinyShare, string.Join(", ", tiny.Select(f => f.Name)));
    }

    [Fact]
    public void No_file_is_too_long() => Files.Where(f => f.Lines > Long).ShouldBeEmpty();
}

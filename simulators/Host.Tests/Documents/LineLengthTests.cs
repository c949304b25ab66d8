using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Documents;

/// <summary>A line fits beside another one on a screen.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 140;

    private static readonly string Root = Repository.Find().Root;

    [Theory]
    [InlineData("simulators")]
    [InlineData("drivers")]
    [InlineData("features")]
    [InlineData("reports")]
    public void No_line_is_longer_than_140_characters(string folder) => Directory
        .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal)
        .SelectMany(file => File.ReadLines(Path.Combine(Root, file)).Select((line, i) => (Place: $"{file}:{i + 1}", line.Length)))
        .Where(line => line.Length > Longest)
        .Select(line => $"{line.Place} has {line.Length}")
        .ShouldBeEmpty();
}

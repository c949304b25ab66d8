using System.Text.RegularExpressions;
using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Architecture;

/// <summary>A view draws by the roles of texts and buttons; what a text means, the panel has said when it made it.</summary>
public sealed partial class ViewTests
{
    private static readonly string Simulators = Path.Combine(Repository.Find().Root, "simulators");

    [Fact]
    public void No_view_of_a_device_parses_a_text()
    {
        var views = Directory.EnumerateFiles(Simulators, "*.razor", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Simulators, file).Replace('\\', '/'))
            .Where(file => file.Contains("/Devices/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .ToList();

        views.Count.ShouldBeGreaterThan(15, "the views were not found");
        views.SelectMany(file => File.ReadLines(Path.Combine(Simulators, file)).Select(line => (file, line)))
            .Where(l => Parsing().IsMatch(l.line))
            .Select(l => $"{l.file}: {l.line.Trim()}")
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"\.(Split|StartsWith|IndexOf|LastIndexOf|Substring)\(|TryParse|Regex|(Text|text|Name)\.(Contains|EndsWith)\(")]
    private static partial Regex Parsing();
}

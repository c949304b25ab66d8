using System.Text.RegularExpressions;
using PairingLab.Host.Commands;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Architecture;

/// <summary>
/// Nothing outside a system's folder, its features and its drivers names it, but for the one table in Host: a new system is a folder and a
/// line. The sixth system of the tests proves the rest.
/// </summary>
public sealed partial class SystemNameTests
{
    private static readonly string Root = Repository.Find().Root;

    /// <summary>Folders that every system shares.</summary>
    private static readonly string[] Shared =
    [
        "simulators/Kernel", "simulators/Host", "drivers/Bench", "drivers/Panels", "drivers/Wire", "features/Support", "reports",
    ];

    /// <summary>What is there for one system alone, or is the table.</summary>
    private static readonly string[] Their =
    [
        "simulators/Host/Site/PairingSystems.cs", "simulators/Host/Certify", "simulators/Host/Commands/CertifyCommand.cs",
        "features/Support/Certification",
        "reports/Certification", "reports/Reports.Tests",
    ];

    [Fact]
    public void No_shared_file_has_a_system_or_a_kind_of_device_in_a_string()
    {
        var names = PairingSystems.BuiltIn.All.SelectMany(s => s.Kinds.Select(k => k.Name).Append(s.Name))
            .ToHashSet(StringComparer.Ordinal);
        var namespaces = PairingSystems.BuiltIn.All.Select(s => s.Settings.Assembly.GetName().Name!).ToList();
        var found = Files()
            .SelectMany(file => File.ReadLines(file)
                .Select((line, i) => (Place: $"{Path.GetRelativePath(Root, file)}:{i + 1}", Line: line)))
            .Where(l => !Comment().IsMatch(l.Line))
            .Where(l => Quoted().Matches(l.Line).Any(q => names.Contains(q.Groups["text"].Value))
                || namespaces.Exists(n => l.Line.Contains($"using {n}", StringComparison.Ordinal)))
            .Select(l => $"{l.Place}: {l.Line.Trim()}");
        found.ShouldBeEmpty();
    }

    private static IEnumerable<string> Files() => Shared
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
        .Where(file => !Path.GetRelativePath(Root, file).Split('/', '\\').Any(part => part is "bin" or "obj"))
        .Where(file => !Their.Any(their =>
            Path.GetRelativePath(Root, file).Replace('\\', '/').StartsWith(their, StringComparison.Ordinal)));

    [GeneratedRegex("^\\s*(///|//|@\\*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}

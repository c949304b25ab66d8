using System.Xml.Linq;
using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Documents;

/// <summary>docs/packages.md says of every package which version it is, and why it is there.</summary>
public sealed class PackageTableTests
{
    private const int Name = 1;
    private const int Version = 2;
    private const int Columns = 6;

    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Find().Root, "docs", "packages.md"))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Skip(2),
    ];

    private static readonly Dictionary<string, string> Versions = XDocument
        .Load(Path.Combine(Repository.Find().Root, "Directory.Packages.props"))
        .Descendants("PackageVersion")
        .ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value, StringComparer.Ordinal);

    [Fact]
    public void Every_package_is_in_the_table_with_its_version() =>
        Rows.Select(r => $"{r[Name]} {r[Version]}").Order(StringComparer.Ordinal)
            .ShouldBe(
                Versions.Select(v => $"{v.Key} {v.Value}").Order(StringComparer.Ordinal),
                "docs/packages.md and Directory.Packages.props differ");

    [Fact]
    public void Every_row_is_complete() =>
        Rows.Where(r => r.Length != Columns || r.Any(string.IsNullOrEmpty)).Select(r => string.Join(" | ", r)).ShouldBeEmpty();

    [Fact]
    public void Each_restore_looks_for_advisories_on_every_package_and_tells_of_them_without_failing()
    {
        var settings = XDocument.Load(Path.Combine(Repository.Find().Root, "Directory.Build.props"));
        string Setting(string name) => settings.Descendants(name).Single().Value;
        Setting("NuGetAudit").ShouldBe("true");
        Setting("NuGetAuditMode").ShouldBe("all");
        Setting("NuGetAuditLevel").ShouldBe("low");
        var warnings = Setting("WarningsNotAsErrors").Split(';');
        string[] advisories = ["NU1901", "NU1902", "NU1903", "NU1904"];
        advisories.Except(warnings, StringComparer.Ordinal).ShouldBeEmpty();
        Setting("NoWarn").ShouldNotContain("NU19");
    }

    [Fact]
    public void No_project_has_an_audit_of_its_own()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true };
        string[] mute = ["NuGetAudit", "NU190"];
        Directory.EnumerateFiles(Repository.Find().Root, "*.csproj", options)
            .Where(project => mute.Any(word => File.ReadAllText(project).Contains(word, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }
}

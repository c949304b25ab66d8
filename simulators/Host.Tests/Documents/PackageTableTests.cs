using System.Text.Json;
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

    /// <summary>CsvHelper has no row, but a reason below the table.</summary>
    [Theory]
    [InlineData("Gherkin")]
    [InlineData("Cucumber.Messages")]
    [InlineData("MiniExcel")]
    [InlineData("Otp.NET")]
    [InlineData("Microsoft.Extensions.TimeProvider.Testing")]
    public void A_library_that_took_the_place_of_code_of_the_lab_is_used(string package) =>
        Referenced().ShouldContain(package);

    [Fact]
    public void A_package_that_no_project_asks_for_is_there_to_pin_a_version()
    {
        var pinned = Rows.Where(r => r.Any(cell => cell.Contains("pinned", StringComparison.Ordinal))).Select(r => r[Name]);
        Versions.Keys.Except(Referenced(), StringComparer.Ordinal).Except(pinned, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Two_machines_take_the_same_versions()
    {
        var settings = XDocument.Load(Path.Combine(Repository.Find().Root, "Directory.Packages.props"));
        settings.Descendants("ManagePackageVersionsCentrally").Single().Value.ShouldBe("true");
        settings.Descendants("CentralPackageTransitivePinningEnabled").Single().Value.ShouldBe("true");
        Versions.Where(v => !v.Value.All(c => char.IsAsciiDigit(c) || c == '.')).ShouldBeEmpty("a range or a star may mean two versions");
        Projects().SelectMany(p => p.Descendants("PackageReference"))
            .Where(r => r.Attribute("Version") is not null || r.Attribute("VersionOverride") is not null)
            .Select(r => r.ToString()).ShouldBeEmpty("versions stand in Directory.Packages.props");
    }

    /// <summary>NuGet says what it has taken; for a version that the feed lacks it takes a higher one, with a warning (NU1603).</summary>
    [Fact]
    public void What_was_restored_has_the_versions_of_the_table()
    {
        var folder = Path.Combine(Repository.Find().Root, "simulators", "Host.Tests", "obj", "project.assets.json");
        using var assets = JsonDocument.Parse(File.ReadAllText(folder));
        var taken = assets.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(l => l.Value.GetProperty("type").GetString() == "package").Select(l => l.Name.Split('/')).ToList();
        taken.Count.ShouldBeGreaterThan(20);
        taken.Where(l => Versions.TryGetValue(l[0], out var version) && version != l[1]).Select(l => string.Join(' ', l)).ShouldBeEmpty();
    }

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

    private static IEnumerable<XDocument> Projects()
    {
        var root = Repository.Find().Root;
        var options = new EnumerationOptions { RecurseSubdirectories = true };
        return Directory.EnumerateFiles(root, "*.csproj", options).Append(Path.Combine(root, "Directory.Build.props"))
            .Select(p => XDocument.Load(p));
    }

    private static HashSet<string> Referenced() => Projects().SelectMany(p => p.Descendants("PackageReference"))
        .Select(r => r.Attribute("Include")!.Value).ToHashSet(StringComparer.Ordinal);
}

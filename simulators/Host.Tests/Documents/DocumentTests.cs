using System.Text.RegularExpressions;
using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Documents;

/// <summary>Links lead somewhere, and what a comment cites is in the repository under the name that docs/sources.md gives it.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Made = ["bin", "obj", "out", "node_modules", ".lab", ".git"];
    private static readonly string[] Cites = [".cs", ".razor", ".feature", ".css", ".js", ".json", ".props", ".sh", ".ps1", ".md"];

    private static string Root => Repository.Find().Root;

    /// <summary>The folders whose files may cite documents by their names only: all that have code or scenarios.</summary>
    public static TheoryData<string> CitingFolders => ["drivers", "features", "lab-config", "reports", "simulators"];

    [Fact]
    public void Every_relative_link_of_a_page_leads_somewhere()
    {
        var pages = FilesIn(Root, ".md").Select(path => new MarkdownPage(path)).ToList();

        pages.SelectMany(page => page.RelativeLinks.Select(page.WhyNot)).OfType<string>().ShouldBeEmpty();

        pages.Sum(page => page.RelativeLinks.Count()).ShouldBeGreaterThan(50, "the links were not found");
    }

    /// <summary>A page that no list leads to is not found.</summary>
    [Theory]
    [InlineData("docs")]
    [InlineData("docs/decisions")]
    [InlineData("docs/protocols", "docs")]
    public void Every_page_of_a_folder_is_in_its_list(string folder, string? index = null)
    {
        var list = new MarkdownPage(Path.Combine(Root, index ?? folder, "README.md")).RelativeLinks.Select(Path.GetFileName);
        var pages = Directory.EnumerateFiles(Path.Combine(Root, folder), "*.md").Select(Path.GetFileName)
            .Where(page => page != "README.md").ToList();

        pages.ShouldNotBeEmpty();
        pages.Except(list, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_that_a_file_names_is_there()
    {
        var named = FilesIn(Root, Cites)
            .SelectMany(file => PageName().Matches(File.ReadAllText(file)).Select(m => (File: file, Page: m.Value)))
            .Where(n => !File.Exists(Path.Combine(Root, n.Page)));

        named.Select(n => $"{n.File}: no {n.Page}").ShouldBeEmpty();
    }

    [Fact]
    public void A_guide_is_cited_by_the_name_of_a_source()
    {
        var names = new MarkdownPage(Path.Combine(Root, "docs", "sources.md")).FirstCells.Where(cell => GuideName().IsMatch(cell)).ToList();
        names.Count.ShouldBe(4, "docs/sources.md lists four guides");

        var unknown = FilesIn(Root, ".cs", ".razor", ".feature")
            .SelectMany(file => File.ReadLines(file).Select(line => (File: file, Line: line)))
            .Where(l => GuideName().Matches(l.Line).Any(m => !names.Any(name => m.Value.EndsWith(name, StringComparison.Ordinal))));

        unknown.Select(u => $"{u.File}: a guide that docs/sources.md does not list: {u.Line.Trim()}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(CitingFolders))]
    public void No_seed_and_no_protocol_page_is_cited(string folder)
    {
        var cited = FilesIn(Path.Combine(Root, folder), ".cs", ".razor", ".feature", ".md")
            .SelectMany(file => File.ReadLines(file).Select(line => (File: file, Line: line)))
            .Where(l => SourceNotHere().IsMatch(l.Line));

        cited.Select(c => $"{c.File}: cite a name of docs/sources.md or a page of docs/protocols: {c.Line.Trim()}").ShouldBeEmpty();
    }

    /// <summary>A flow is read in few files; docs/architecture.md lists those of the longest one.</summary>
    [Fact]
    public void The_way_of_a_Pairing_OTP_takes_25_files_at_most()
    {
        var way = File.ReadAllText(Path.Combine(Root, "docs", "architecture.md")).Split("\n#")
            .Single(section => section.Contains("The way of a Pairing OTP", StringComparison.Ordinal));
        var listed = FileName().Matches(way).Select(m => m.Groups["name"].Value).ToList();
        var there = FilesIn(Path.Combine(Root, "simulators", "Commander"), ".cs").Select(Path.GetFileName);

        listed.Count.ShouldBeInRange(1, 25);
        listed.ShouldBeUnique();
        listed.Except(there, StringComparer.Ordinal).ShouldBeEmpty("no such files in simulators/Commander");
    }

    private static IEnumerable<string> FilesIn(string folder, params string[] extensions) =>
        Directory.EnumerateFiles(folder).Where(file => extensions.Contains(Path.GetExtension(file)))
            .Concat(Directory.EnumerateDirectories(folder)
                .Where(inner => !Made.Contains(Path.GetFileName(inner)))
                .SelectMany(inner => FilesIn(inner, extensions)));

    [GeneratedRegex(@"`(?<name>[\w.]+\.cs)`", RegexOptions.ExplicitCapture)]
    private static partial Regex FileName();

    [GeneratedRegex(@"\bdocs/[\w/-]+\.md\b", RegexOptions.ExplicitCapture)]
    private static partial Regex PageName();

    [GeneratedRegex(@"[A-Z]\w+( \w+)* (pairing|integration|troubleshooting) guide\b", RegexOptions.ExplicitCapture)]
    private static partial Regex GuideName();

    // "The seed of a scenario" and "the seed that all randomness comes from" are what the word is for.
    [GeneratedRegex(
        @"[Pp]rotocol page|[Ss]eed [0-9]{3}|//.*\bSeed[:,] |//.*\([Ss]eed[):,]|"
        + @"\bseed's\b(?! (range|value))|[Tt]he seed\b(?! (of a|of the run|that)\b)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex SourceNotHere();
}

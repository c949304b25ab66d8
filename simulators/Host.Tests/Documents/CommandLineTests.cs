using System.Text.RegularExpressions;
using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Documents;

/// <summary>Every command line of run-lab on a page is one that the program takes, and the files of the lab in it are there.</summary>
public sealed partial class CommandLineTests
{
    private static string Root => Repository.Find().Root;

    [Fact]
    public void The_program_takes_every_command_line_of_a_page()
    {
        var shown = Pages().SelectMany(page => File.ReadLines(page).Select(line => (page, line)))
            .Where(l => Command().IsMatch(l.line))
            .Select(l => (l.page, l.line, Arguments: ArgumentsOf(Command().Match(l.line).Groups["arguments"].Value)))
            .ToList();

        shown.Count.ShouldBeGreaterThan(30, "the command lines were not found");
        shown.Select(l => (l.page, l.line, Why: CommandLine.WhyNot(l.Arguments)))
            .Where(l => l.Why is not null)
            .Select(l => $"{Path.GetRelativePath(Root, l.page)}: {l.line.Trim()}: {l.Why}")
            .ShouldBeEmpty();
        shown.SelectMany(l => l.Arguments.Where(a => LabFile().IsMatch(a)).Select(file => (l.page, file)))
            .Where(f => !File.Exists(Path.Combine(Root, f.file)))
            .ShouldBeEmpty("files that a page names");
    }

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories));

    /// <summary>The words of a shell's line, up to the explanation that stands beside it.</summary>
    private static string[] ArgumentsOf(string line)
    {
        var told = Explanation().Match(line) is { Success: true } beside ? line[..beside.Index] : line;
        return [.. Word().Matches(told.TrimEnd('\\', ' ')).Select(m => m.Value.Replace("\"", "", StringComparison.Ordinal))];
    }

    [GeneratedRegex(@"^\s{4,}(\./)?run-lab(\.sh|\.ps1)?( (?<arguments>.*))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    [GeneratedRegex(@"\s{2,}|\s#\s|\s[|&>]")]
    private static partial Regex Explanation();

    [GeneratedRegex("""("[^"]*"|[^\s"])+""", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex(@"^lab-config/(?!.*mine).*\.json$", RegexOptions.ExplicitCapture)]
    private static partial Regex LabFile();
}

using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using PairingLab.Host.Commands;
using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Tests.Documents;

/// <summary>
/// docs/settings.md is made from the settings records and their comments. PAIRINGLAB_WRITE_DOCS=1 writes it anew; without it, the page
/// that is there must be the one that would be written.
/// </summary>
public sealed partial class SettingsReference
{
    private const string Head = """
        # Settings

        What can be set about each system, in the `settings` of a bench file: system, name, value. Spans are `hh:mm:ss` or
        `d.hh:mm:ss`, in lab time. This page is made from the code: `PAIRINGLAB_WRITE_DOCS=1` and the test SettingsReference write it anew.

            "settings": { "commander": { "retrieveWindow": "00:00:30" }, "smartconnect": { "refuseWhenBusy": true } }

        """;

    private static string Root => Repository.Find().Root;

    [Fact]
    public void The_page_says_what_the_code_says()
    {
        var page = Path.Combine(Root, "docs", "settings.md");
        var made = Head + string.Concat(PairingSystems.BuiltIn.All.Select(Section));
        if (Environment.GetEnvironmentVariable("PAIRINGLAB_WRITE_DOCS") == "1")
        {
            File.WriteAllText(page, made);
        }

        File.ReadAllText(page).ReplaceLineEndings("\n").ShouldBe(made.ReplaceLineEndings("\n"));
    }

    private static string Section(SystemDescription system)
    {
        var section = new StringBuilder("\n## ").Append(system.Title).Append(" (`").Append(system.Name).Append("`)\n\n");
        section.Append("| setting | default | what it is |\n|---|---|---|\n");
        var source = File.ReadAllText(Directory
            .EnumerateFiles(Path.Combine(Root, "simulators"), $"{system.Settings.Name}.cs", SearchOption.AllDirectories).Single());
        var defaults = Activator.CreateInstance(system.Settings)!;
        foreach (var setting in system.Settings.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            section.Append("| `").Append(JsonName(setting.Name)).Append("` | ").Append(Shown(setting, setting.GetValue(defaults)))
                .Append(" | ").Append(Comment(source, setting.Name)).Append(" |\n");
        }

        return section.ToString();
    }

    private static string Shown(PropertyInfo setting, object? value) => value switch
    {
        TimeSpan span => span.Days > 0
            ? span.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture)
            : span.ToString(span.Milliseconds == 0 ? @"hh\:mm\:ss" : @"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        Enum one => $"{JsonName(one.ToString())}; also "
            + string.Join(", ", Enum.GetNames(setting.PropertyType).Where(n => n != one.ToString()).Select(JsonName)),
        null or "" => "empty",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    private static string Comment(string source, string setting)
    {
        var found = Regex.Match(
            source,
            $@"<summary>(?<text>((?!</summary>).)*)</summary>\s*public [\w.?<>]+ {setting}\s*\{{",
            RegexOptions.Singleline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(10));
        found.Success.ShouldBeTrue($"{setting} has no comment");
        var text = Lead().Replace(found.Groups["text"].Value, " ");
        var plain = Space().Replace(Tag().Replace(text, m => $"`{m.Groups["word"].Value}`"), " ").Trim();
        return plain.Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string JsonName(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"\s*///\s*")]
    private static partial Regex Lead();

    [GeneratedRegex(@"<(c|code|see cref|paramref name)[ =""]*>?(?<word>[^""<]*)(""\s*/>|</c>|</code>)", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

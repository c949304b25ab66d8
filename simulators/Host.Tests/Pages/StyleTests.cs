using System.Text.RegularExpressions;
using PairingLab.Host.Pages;
using PairingLab.Host.Site;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Tests.Pages;

/// <summary>The systems' style sheets are one sheet in the end: no class of one of them may mean something in another one.</summary>
public sealed partial class StyleTests
{
    /// <summary>How a device without power looks is each sheet's own matter.</summary>
    private const string Shared = "dark";

    [Fact]
    public void No_two_style_sheets_have_the_same_class()
    {
        var sheets = PairingSystems.BuiltIn.All.Select(s => s.Style).OfType<(System.Reflection.Assembly, string)>()
            .Concat([(typeof(Panel).Assembly, "screens.css"), (typeof(LabAsset).Assembly, "bench.css")]);
        var classes = sheets.SelectMany(s => ClassesOf(Read(s.Item1, s.Item2)).Select(c => (Class: c, Sheet: s.Item2))).ToList();

        classes.Count.ShouldBeGreaterThan(80, "the classes were not found");
        classes.Where(c => c.Class != Shared).GroupBy(c => c.Class, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $".{g.Key}: {string.Join(", ", g.Select(c => c.Sheet))}").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_box_of_a_device_has_no_class_of_a_system()
    {
        await using var bench = await PagesBench.StartAsync(devices: PairingSystems.BuiltIn.Sample.Devices);
        var html = await bench.Http.GetStringAsync("/bench/devices");

        Box().Matches(html).Select(m => m.Groups["classes"].Value.Trim()).Distinct(StringComparer.Ordinal).ShouldBe(["device"]);
    }

    /// <summary>The classes that a selector begins with.</summary>
    private static HashSet<string> ClassesOf(string css) =>
    [
        .. Block().Matches(Comment().Replace(css, "")).SelectMany(m => m.Groups["selectors"].Value.Split(','))
            .Select(s => FirstClass().Match(s.Trim())).Where(m => m.Success).Select(m => m.Groups["class"].Value),
    ];

    private static string Read(System.Reflection.Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<selectors>[^{}@]+)\{", RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\.(?<class>[\w-]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex FirstClass();

    [GeneratedRegex("<article class=\"(?<classes>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Box();
}

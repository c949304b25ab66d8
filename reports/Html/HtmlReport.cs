using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Html;

/// <summary>Writes index.html and a page a scenario. All is inline or beside it: browsers fetch nothing from file:// pages.</summary>
internal static partial class HtmlReport
{
    private const int PagesOfARenderer = 32;

    public static void Write(RunReading reading)
    {
        var folder = reading.Folder.FullName;
        Directory.CreateDirectory(Path.Combine(folder, "assets"));
        Directory.CreateDirectory(Path.Combine(folder, "scenarios"));
        CopyAsset(folder, "report.css");
        CopyAsset(folder, "report.js");

        WriteIndex(reading, folder);

        // A renderer keeps all that it has rendered, so each has a few pages only.
        Parallel.ForEach(Enumerable.Range(0, reading.Scenarios.Count).Chunk(PagesOfARenderer), pages =>
        {
            using var services = Services();
            using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
            foreach (var i in pages)
            {
                WritePage<ScenarioPage>(
                    renderer,
                    Path.Combine(folder, "scenarios", reading.Scenarios[i].Stem + ".html"),
                    new() { ["Reading"] = reading, ["Index"] = i });
            }
        });
    }

    /// <summary>A page that is all there is.</summary>
    public static string Page<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        using var services = Services();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        return Html<TPage>(renderer, parameters);
    }

    private static void WriteIndex(RunReading reading, string folder)
    {
        using var services = Services();
        using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var list = ScenarioListing.Of(reading, (scenarios, isFirst) => Html<FeatureSection>(
            renderer, new() { ["Scenarios"] = scenarios, ["History"] = reading.History, ["IsFirst"] = isFirst }));
        WritePage<IndexPage>(renderer, Path.Combine(folder, "index.html"), new() { ["Reading"] = reading, ["Listing"] = list });
        if (list.Rest is { } rest)
        {
            WholeFile.Write(Path.Combine(folder, ScenarioListing.RestPath), Encoding.UTF8.GetBytes(rest));
        }
    }

    // Letters of every script stay letters, so that the pages can be read and searched as text too.
    private static ServiceProvider Services() =>
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    private static void CopyAsset(string folder, string name)
    {
        using var asset = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        asset.CopyTo(content);
        WholeFile.Write(Path.Combine(folder, "assets", name), content.ToArray());
    }

    private static void WritePage<TPage>(HtmlRenderer renderer, string path, Dictionary<string, object?> parameters)
        where TPage : IComponent => WholeFile.Write(path, Encoding.UTF8.GetBytes(Html<TPage>(renderer, parameters)));

    // No component of the report waits for anything, so the task is complete when it comes back.
    private static string Html<TPage>(HtmlRenderer renderer, Dictionary<string, object?> parameters)
        where TPage : IComponent => renderer.Dispatcher.InvokeAsync(async () =>
        {
            var output = await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters));
            return Controls().Replace(
                output.ToHtmlString(), c => Visible.Of(((char)Convert.ToInt32(c.Groups[1].Value, 16)).ToString()));
        }).GetAwaiter().GetResult();

    // References to control characters, which HTML does not allow; tabs and line ends stay.
    [GeneratedRegex("&#x(0|[1-8BCEF]|1[0-9A-F]|7F|8[0-9A-F]|9[0-9A-F]);")]
    private static partial Regex Controls();
}

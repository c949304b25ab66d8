using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace PairingLab.Reports.Html;

/// <summary>Draws runs as columns, the newest at the right: how many scenarios ended how, and as a line how long all took.</summary>
internal static class RunsSvg
{
    private const double Step = 28;
    private const double Thick = 20;
    private const double Height = 96;
    private const double LineHeight = 32;

    public static string Draw(IReadOnlyList<PastRun> runs)
    {
        var most = Math.Max(1, runs.Max(r => r.Total));
        var longest = Math.Max(0.001, runs.Max(r => r.Seconds));
        var svg = new StringBuilder();
        var width = Invariant($"{runs.Count * Step}");
        var whole = Invariant($"{Height + LineHeight}");
        var said = Text(string.Join("; ", runs.Select(Said)));
        svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"columns\" role=\"img\" aria-label=\"{said}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {width} {whole}\" width=\"{width}\" height=\"{whole}\">");
        for (var i = 0; i < runs.Count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g><title>{Text(Said(runs[i]))}</title>");
            Column(svg, runs[i], (i * Step) + ((Step - Thick) / 2), most);
            svg.Append("</g>");
        }

        var points = runs.Select((r, i) => Invariant(
            $"{(i * Step) + (Step / 2):0.#},{Height + LineHeight - 4 - (r.Seconds / longest * (LineHeight - 8)):0.#}"));
        return svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', points)}\" /></svg>").ToString();
    }

    private static void Column(StringBuilder svg, PastRun run, double x, int most)
    {
        var y = Height;
        foreach (var (name, count) in new[]
        {
            ("passed", run.Passed), ("skipped", run.Skipped), ("flaky", run.Flaky), ("error", run.Error), ("failed", run.Failed),
        })
        {
            var tall = count * (Height - 4) / most;
            y -= tall;
            if (count > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{name}\" x=\"{x:0.#}\" y=\"{y:0.##}\" ");
                svg.Append(CultureInfo.InvariantCulture, $"width=\"{Thick}\" height=\"{Math.Max(tall, 1):0.##}\" />");
            }
        }
    }

    private static string Said(PastRun run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Run}: {run.Failed + run.Error} failed, {run.Flaky} flaky, {run.Skipped} skipped, "
            + $"{run.Passed} passed in {run.Seconds:0.#} s");

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace PairingLab.Reports.Html;

/// <summary>Draws values over runs as a line, the newest at the right, with their limits as dashes.</summary>
internal static class TrendSvg
{
    private const double Width = 160;
    private const double Height = 32;

    public static string Draw(IReadOnlyList<double> values, double? low, double? high)
    {
        // A limit far away would press the line flat; it is drawn when it is near enough to matter.
        var (least, most) = (values.Min(), values.Max());
        var near = new[] { low, high }.OfType<double>()
            .Where(l => l >= least - Span(least, most) && l <= most + Span(least, most)).ToList();
        (least, most) = (near.Append(least).Min(), near.Append(most).Max());
        var points = string.Join(' ', values.Select((v, i) => Invariant($"{X(i, values.Count):0.#},{Y(v, least, most):0.#}")));
        var limits = string.Concat(near.Select(l => Invariant(
            $"<line class=\"limit\" x1=\"0\" x2=\"{Width}\" y1=\"{Y(l, least, most):0.#}\" y2=\"{Y(l, least, most):0.#}\" />")));
        var said = string.Join(", ", values.Select(v => Invariant($"{v:0.###}")));
        return Invariant($"<svg class=\"trend\" role=\"img\" aria-label=\"{said}\" viewBox=\"0 0 {Width} {Height}\" ")
            + Invariant($"width=\"{Width}\" height=\"{Height}\">{limits}<polyline points=\"{points}\" />")
            + Invariant($"<circle cx=\"{X(values.Count - 1, values.Count):0.#}\" cy=\"{Y(values[^1], least, most):0.#}\" r=\"3\" /></svg>");
    }

    private static double Span(double least, double most) => Math.Max(most - least, Math.Abs(most));

    private static double X(int index, int count) => count == 1 ? Width - 4 : 4 + (index * (Width - 8) / (count - 1));

    private static double Y(double value, double least, double most) =>
        most - least == 0 ? Height / 2 : Height - 4 - ((value - least) * (Height - 8) / (most - least));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

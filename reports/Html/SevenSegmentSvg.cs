using System.Globalization;
using System.Text;

namespace PairingLab.Reports.Html;

/// <summary>Draws two 7-segment digits, each with its decimal point, as they stood on a display.</summary>
public static class SevenSegmentSvg
{
    private const int DigitPitch = 60;

    // The middle lines of segments a to g in a digit of 40 by 72.
    private static readonly (int X1, int Y1, int X2, int Y2)[] Segments =
    [
        (5, 4, 35, 4), (36, 5, 36, 35), (36, 37, 36, 67), (5, 68, 35, 68), (4, 37, 4, 67), (4, 5, 4, 35), (5, 36, 35, 36),
    ];

    /// <summary>The drawing as an inline SVG element.</summary>
    /// <param name="left">Segments of the left digit: bit 0 = a … bit 6 = g, bit 7 = decimal point.</param>
    /// <param name="right">Segments of the right digit.</param>
    public static string Draw(byte left, byte right)
    {
        var svg = new StringBuilder();
        svg.Append("<svg class=\"seven\" viewBox=\"0 0 136 96\" role=\"img\" ");
        svg.Append(CultureInfo.InvariantCulture, $"aria-label=\"{Label(left, right)}\">");
        svg.Append("<rect class=\"case\" width=\"136\" height=\"96\" rx=\"8\"/><g transform=\"translate(20 12) skewX(-5)\">");
        Digit(svg, left, 0);
        Digit(svg, right, DigitPitch);
        return svg.Append("</g></svg>").ToString();
    }

    private static string Label(byte left, byte right) =>
        $"Display: left {SegmentNames(left)}, right {SegmentNames(right)}";

    private static string SegmentNames(byte digit)
    {
        var lit = string.Concat(Enumerable.Range(0, Segments.Length).Where(s => IsLit(digit, s)).Select(s => (char)('a' + s)));
        var segments = lit.Length == 0 ? "blank" : $"segments {lit}";
        return IsLit(digit, Segments.Length) ? segments + " and point" : segments;
    }

    private static bool IsLit(byte digit, int bit) => ((digit >> bit) & 1) == 1;

    private static void Digit(StringBuilder svg, byte digit, int x)
    {
        for (var i = 0; i < Segments.Length; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<polygon{Class(digit, i)} points=\"{Outline(Segments[i], x)}\"/>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<circle{Class(digit, Segments.Length)} cx=\"{x + 46}\" cy=\"68\" r=\"4.5\"/>");
    }

    private static string Class(byte digit, int bit) => IsLit(digit, bit) ? " class=\"lit\"" : "";

    private static string Outline((int X1, int Y1, int X2, int Y2) s, int x) => s.Y1 == s.Y2
        ? $"{x + s.X1},{s.Y1} {x + s.X1 + 4},{s.Y1 - 4} {x + s.X2 - 4},{s.Y1 - 4} "
            + $"{x + s.X2},{s.Y1} {x + s.X2 - 4},{s.Y1 + 4} {x + s.X1 + 4},{s.Y1 + 4}"
        : $"{x + s.X1},{s.Y1} {x + s.X1 + 4},{s.Y1 + 4} {x + s.X1 + 4},{s.Y2 - 4} "
            + $"{x + s.X1},{s.Y2} {x + s.X1 - 4},{s.Y2 - 4} {x + s.X1 - 4},{s.Y1 + 4}";
}

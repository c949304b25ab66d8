using System.Globalization;
using Spectre.Console;

namespace PairingLab.Benchmarks;

/// <summary>The table that is printed at the end.</summary>
internal sealed class ResultTable
{
    private readonly Table table = new Table().Border(TableBorder.Ascii)
        .AddColumns("what", "measured", "goal", "met", "limit of this machine, same run", "ratio");

    /// <summary>Adds a row.</summary>
    public void Add(Result r) => table.AddRow(
        Markup.Escape(r.What),
        $"{Number(r.Value)} {r.Unit}",
        $"{(r.MoreIsBetter ? ">=" : "<=")} {Number(r.Goal)} {r.Unit}",
        r.Met ? "yes" : "NO",
        r.Limit is { } limit ? $"{Number(limit)} {r.Unit} {Markup.Escape(r.LimitName)}" : Markup.Escape(r.LimitName),
        r.Limit is { } by and > 0 ? Number(r.Value / by) : "");

    /// <summary>Prints it.</summary>
    public void Print()
    {
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 160);
        AnsiConsole.Write(table);
    }

    private static string Number(double value) => value.ToString(value >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);
}

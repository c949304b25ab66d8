using System.Globalization;
using Spectre.Console;

namespace PairingLab.Benchmarks;

/// <summary>Something that is measured beside its limit or a peer, in one run.</summary>
internal interface IBenchmark
{
    /// <summary>Measures; a result a row of the table.</summary>
    IAsyncEnumerable<Result> RunAsync();
}

/// <summary>A row of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">The measured value (a median where there are several).</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Goal">The goal in that unit.</param>
/// <param name="MoreIsBetter">Whether the goal is a floor and no ceiling.</param>
/// <param name="Limit">What the machine itself allows, or a peer does, in the same unit and run.</param>
/// <param name="LimitName">What that limit is.</param>
internal sealed record Result(string What, double Value, string Unit, double Goal, bool MoreIsBetter, double? Limit, string LimitName)
{
    /// <summary>Whether the goal is met.</summary>
    public bool Met => MoreIsBetter ? Value >= Goal : Value <= Goal;
}

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

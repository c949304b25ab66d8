using System.Globalization;

namespace PairingLab.Features.AccessControl;

/// <summary>A ruleset written down by the names of "Adding a new rule" in the Access Control description.</summary>
internal sealed class RulesetTable
{
    private readonly Dictionary<string, string> cells = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    public RulesetTable(Table table)
    {
        foreach (var row in table.Rows)
        {
            cells[row[0]] = row[1];
        }
    }

    /// <summary>The body of <c>POST /lab-admin/rulesets</c>.</summary>
    public object Body(string name, DateTimeOffset now)
    {
        var body = new
        {
            id = 0,
            name,
            validFrom = Moment("Valid from") ?? now.AddYears(-1),
            validTo = Moment("Valid to") ?? now.AddYears(10),
            countries = List("Country"),
            products = List("Product Code"),
            icas = Icas(),
            services = List("Services").Select(s => s.Replace(" ", "", StringComparison.Ordinal)),
            locationCountries = List("Location country"),
            locations = List("Location"),
            mostUsages = Number("Total number of usage"),
            usagePeriodDays = Number("Total number of usage in days"),
            rpm = Text("RPM ruleset") == "on",
            cardholder = new
            {
                free = Free("Number of free invitations"),
                paid = Paid("Number of paid invitations", "Amount"),
                periodDays = Number("Period of time in days"),
                mostPerLocation = Number("Number of usage per each location"),
            },
            adults = Guests("Adult guests"),
            children = Guests("Children guests"),
            spend = Spend(),
        };
        cells.Keys.Except(read).ShouldBeEmpty("no ruleset has such a parameter");
        return body;
    }

    private object[] Icas()
    {
        var ranges = List("BIN ranges").Select(r => r.Split('-')).Select(r => new { low = r[0], high = r[^1] });
        return Text("ICA") is { } ica ? [new { ica, ranges }] : [];
    }

    private object? Guests(string who) => Number($"{who}: per flight") is { } most
        ? new
        {
            free = Free($"{who}: free invitations"),
            paid = Paid($"{who}: paid invitations", $"{who}: amount"),
            mostPerFlight = most,
            freeUnderAge = Number($"{who}: free under age"),
        }
        : null;

    private object? Spend() => Text("Spend amount") is { } amount
        ? new
        {
            amount = Price(amount),
            periodDays = Number("Spend period in days"),
            mccs = List("MCC ID"),
            graceDays = Number("Grace period in days") ?? 0,
        }
        : null;

    private object? Free(string name) => Text(name) is { } most ? new { most = Most(most) } : null;

    private object? Paid(string name, string amount) => Text(name) is { } most
        ? new { fee = Price(Text(amount)!), most = Most(most) }
        : null;

    private static int? Most(string text) => text == "unlimited" ? null : int.Parse(text, CultureInfo.InvariantCulture);

    private static object Price(string text) =>
        new { amount = decimal.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture), currency = text.Split(' ')[1] };

    private int? Number(string name) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private DateTimeOffset? Moment(string name) => Text(name) is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : null;

    private string[] List(string name) => Text(name)?.Split(',', StringSplitOptions.TrimEntries) ?? [];

    private string? Text(string name)
    {
        read.Add(name);
        return cells.GetValueOrDefault(name);
    }
}

using System.Collections.Immutable;
using System.Globalization;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Admin.Rules;

/// <summary>Reads a rule from its form, and says field by field what is wrong.</summary>
internal sealed class RuleForm(FormValues typed, IReadOnlyCollection<string> locations)
{
    private const int MostDays = 3660;
    private const int MostEntries = 1_000_000;

    /// <summary>The field of the cardholder ("free"), of adults ("adultsFree") or of children.</summary>
    public static string Name(string who, string field) => who.Length == 0 ? field : who + char.ToUpperInvariant(field[0]) + field[1..];

    public Ruleset Read(long id)
    {
        var from = typed.Moment("validFrom", "Valid from");
        var to = typed.Moment("validTo", "Valid to");
        var name = typed.Required("name", "Name", 100);
        Need("validFrom", from is null, "Valid from is required.");
        Need("validTo", to is null, "Valid to is required.");
        Need("validTo", to <= from, "Valid to must be after Valid from.");
        Need("description", typed["description"].Length > 1000, "Description may have 1000 characters at most.");
        var (free, paid) = Entries("");
        Need("free", free is null && paid is null && !typed.Errors.Any(e => e.Name is "amount" or "currency" or "paidMost" or "freeMost"),
            "Set the entry as free or as paid, or both.");
        return new(id, name, from ?? default, to ?? default)
        {
            Description = typed["description"],
            Countries = Codes("countries", "Country", 3, char.IsAsciiLetterUpper, "three letters, as POL"),
            Products = Codes("products", "Product Code", 3, char.IsAsciiLetterOrDigit, "three characters, as MCG"),
            Icas = Icas(),
            Services = [.. typed.All("services").Where(s => Enum.TryParse<Service>(s, out _)).Select(Enum.Parse<Service>)],
            LocationCountries = Codes("locationCountries", "Country", 3, char.IsAsciiLetterUpper, "three letters, as POL"),
            Locations = Locations(),
            Priority = typed.Number("priority", "Priority", 0, MostEntries) ?? 0,
            MostUsages = typed.Number("mostUsages", "Total number of usage", 0, int.MaxValue),
            UsagePeriodDays = typed.Number("usageDays", "Period of time in days", 1, MostDays),
            Rpm = typed.Has("rpm"),
            Cardholder = new(free, paid, typed.Number("periodDays", "Period of time in days", 1, MostDays),
                typed.Number("mostPerLocation", "Number of usage per each location", 0, MostEntries)),
            Adults = Guests("adults"),
            Children = Guests("children"),
            Spend = Spend(),
        };
    }

    /// <summary>A location that is gone must not fall out of the list, or a rule for it alone would be a rule for every location.</summary>
    private ImmutableArray<string> Locations()
    {
        var chosen = typed.All("locations").ToImmutableArray();
        Need("locations", chosen.Any(l => !locations.Contains(l)), "A location that was chosen was deleted meanwhile. Choose again.");
        return chosen;
    }

    private void Need(string field, bool isWrong, string why)
    {
        if (isWrong)
        {
            typed.Fail(field, why);
        }
    }

    private GuestRule? Guests(string who)
    {
        var (free, paid) = Entries(who);
        var perFlight = typed.Number($"{who}PerFlight", "Number of guests per flight", 0, 99);
        var freeUnder = typed.Number($"{who}FreeUnder", "The age", 1, 25);
        Need($"{who}PerFlight", perFlight is null && (free is not null || paid is not null || freeUnder is not null),
            "Number of guests per flight is required where guests may come.");
        Need($"{who}Free", perFlight > 0 && free is null && paid is null
            && !typed.Errors.Any(e => e.Name.StartsWith(who, StringComparison.Ordinal)),
            "Set the entry of guests as free or as paid, or both.");
        return perFlight is > 0 ? new(free, paid, perFlight.Value, freeUnder) : null;
    }

    private (FreeEntries? Free, PaidEntries? Paid) Entries(string who)
    {
        var free = Count(who, "free", "Number of free invitations");
        var paid = Count(who, "paid", "Number of paid invitations");
        var fee = Price(Name(who, "amount"), Name(who, "currency"), typed.Has(Name(who, "paid")), "paid");
        return (free is { } f ? new(f.Most) : null, paid is { } p && fee is not null ? new(fee, p.Most) : null);
    }

    private (int? Most, bool Set)? Count(string who, string kind, string what)
    {
        var (most, unlimited) = (Name(who, $"{kind}Most"), typed.Has(Name(who, $"{kind}Unlimited")));
        var number = typed.Number(most, what, 0, MostEntries);
        if (!typed.Has(Name(who, kind)))
        {
            Need(most, typed[most].Length > 0, $"Tick “Set the entry as {kind}”, or leave this empty.");
            return null;
        }

        Need(most, !unlimited && typed[most].Length == 0, $"{what} is required, or tick Unlimited.");
        Need(most, unlimited && typed[most].Length > 0, "Give a number or tick Unlimited, not both.");
        return (number, true);
    }

    private Price? Price(string amount, string currency, bool isOn, string tick)
    {
        if (!isOn)
        {
            Need(amount, typed[amount].Length > 0, $"Tick “{(tick == "paid" ? "Set the entry as paid" : tick)}”, or leave this empty.");
            return null;
        }

        var isNumber = decimal.TryParse(typed[amount], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value > 0 && value < 1_000_000_000;
        var code = typed[currency].ToUpperInvariant();
        Need(amount, !isNumber, typed[amount].Length == 0 ? "Amount is required." : "Amount must be a number above zero, as 25.00.");
        Need(currency, !Currencies.Exists(code), code.Length == 0 ? "Currency is required."
            : "Currency must be a three-letter ISO 4217 code, as EUR.");
        return isNumber ? new(value, code) : null;
    }

    private SpendRule? Spend()
    {
        var price = Price("spendAmount", "spendCurrency", typed.Has("spend"), "Spending is required");
        var days = typed.Number("spendDays", "Period of time (in days)", 1, 366);
        var grace = typed.Number("graceDays", "Grace period", 0, 366);
        Need("spendDays", typed.Has("spend") && typed["spendDays"].Length == 0, "Period of time (in days) is required.");
        var mccs = Codes("mccs", "MCC ID", 4, char.IsAsciiDigit, "four digits, as 5411");
        return price is not null && days is not null ? new(price, days.Value, mccs, grace ?? 0) : null;
    }

    private ImmutableArray<string> Codes(string field, string what, int length, Func<char, bool> isRight, string example)
    {
        var codes = typed[field].ToUpperInvariant().Split([',', ' ', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Distinct()
            .ToImmutableArray();
        if (codes.FirstOrDefault(c => c.Length != length || !c.All(isRight)) is { } wrong)
        {
            typed.Fail(field, $"{what}: “{wrong}” is invalid; each has {example}, with commas between them.");
        }

        return codes;
    }

    private ImmutableArray<IcaRule> Icas()
    {
        var bins = typed.All("bins");
        var rules = ImmutableArray.CreateBuilder<IcaRule>();
        foreach (var (ica, i) in typed.All("ica").Select((t, i) => (t.Trim(), i)))
        {
            var ranges = i < bins.Count
                ? bins[i].Split([',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Range).ToImmutableArray() : [];
            Need("ica", ica.Length == 0 && ranges.Length > 0, "BIN ranges belong to an ICA: give it too.");
            Need("ica", ica.Length > 0 && (ica.Length > 11 || !ica.All(char.IsAsciiDigit)),
                $"ICA “{ica}” must have digits only, at most eleven.");
            Need("bins", ranges.Any(r => !r.IsSound),
                "BIN ranges: each end is the first 6 to 19 digits of a card number, in order, as 543210-543219, "
                + "with commas between ranges.");
            if (ica.Length > 0)
            {
                rules.Add(new(ica, ranges));
            }
        }

        return rules.ToImmutable();
    }

    private static BinRange Range(string text) =>
        text.Split('-', 2, StringSplitOptions.TrimEntries) is [var low, var high] ? new(low, high) : new(text, text);
}

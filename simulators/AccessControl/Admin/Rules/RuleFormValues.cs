using System.Globalization;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Admin.Rules;

/// <summary>A rule as the fields of its form.</summary>
internal static class RuleFormValues
{
    public const string Separator = ", ";

    /// <summary>A new rule: valid from now on for a year, with free entries, as most begin.</summary>
    public static FormValues Fresh(DateTimeOffset now) =>
        new() { ["validFrom"] = Moment(now), ["validTo"] = Moment(now.AddYears(1)), ["free"] = "on" };

    public static FormValues Of(Ruleset r)
    {
        var typed = new FormValues
        {
            ["name"] = r.Name,
            ["description"] = r.Description,
            ["priority"] = r.Priority == 0 ? "" : Text(r.Priority),
            ["validFrom"] = Moment(r.ValidFrom),
            ["validTo"] = Moment(r.ValidTo),
            ["countries"] = string.Join(Separator, r.Countries),
            ["products"] = string.Join(Separator, r.Products),
            ["mostUsages"] = Text(r.MostUsages),
            ["usageDays"] = Text(r.UsagePeriodDays),
            ["locationCountries"] = string.Join(Separator, r.LocationCountries),
            ["rpm"] = Tick(r.Rpm),
            ["periodDays"] = Text(r.Cardholder.PeriodDays),
            ["mostPerLocation"] = Text(r.Cardholder.MostPerLocation),
        };
        typed.SetAll("ica", r.Icas.Select(i => i.Ica));
        typed.SetAll("bins", r.Icas.Select(i => string.Join(Separator, i.Ranges.Select(RuleText.Range))));
        typed.SetAll("services", r.Services.Select(s => s.ToString()));
        typed.SetAll("locations", r.Locations);
        Entries(typed, "", r.Cardholder.Free, r.Cardholder.Paid);
        Guests(typed, "adults", r.Adults);
        Guests(typed, "children", r.Children);
        Spend(typed, r.Spend);
        return typed;
    }

    private static void Guests(FormValues typed, string who, GuestRule? rule)
    {
        if (rule is null)
        {
            return;
        }

        Entries(typed, who, rule.Free, rule.Paid);
        typed[$"{who}PerFlight"] = Text(rule.MostPerFlight);
        typed[$"{who}FreeUnder"] = Text(rule.FreeUnderAge);
    }

    private static void Entries(FormValues typed, string who, FreeEntries? free, PaidEntries? paid)
    {
        typed[RuleForm.Name(who, "free")] = Tick(free is not null);
        typed[RuleForm.Name(who, "freeMost")] = Text(free?.Most);
        typed[RuleForm.Name(who, "freeUnlimited")] = Tick(free is { Most: null });
        typed[RuleForm.Name(who, "paid")] = Tick(paid is not null);
        typed[RuleForm.Name(who, "paidMost")] = Text(paid?.Most);
        typed[RuleForm.Name(who, "paidUnlimited")] = Tick(paid is { Most: null });
        typed[RuleForm.Name(who, "amount")] = paid?.Fee.Amount.ToString(CultureInfo.InvariantCulture) ?? "";
        typed[RuleForm.Name(who, "currency")] = paid?.Fee.Currency ?? "";
    }

    private static void Spend(FormValues typed, SpendRule? spend)
    {
        if (spend is not null)
        {
            typed["spend"] = "on";
            typed["spendAmount"] = spend.Amount.Amount.ToString(CultureInfo.InvariantCulture);
            typed["spendCurrency"] = spend.Amount.Currency;
            typed["spendDays"] = Text(spend.PeriodDays);
            typed["mccs"] = string.Join(Separator, spend.Mccs);
            typed["graceDays"] = Text(spend.GraceDays);
        }
    }

    private static string Tick(bool on) => on ? "on" : "";

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}

using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Sample;

/// <summary>The data of a new hosted MACS: two locations, three terminals, three banks and three rulesets.</summary>
internal static class SampleSite
{
    private const string By = "lab";
    private const string Fact = "sample-site";

    private static readonly IssuerRange[] Banks =
    [
        new(new("543210", "543214"), "1001", "Alpha Bank", "POL", "MCG"), new(new("543215", "543219"), "1001", "Alpha Bank", "POL", "MPL"),
        new(new("520082", "520082"), "1002", "Beta Bank", "DEU", "MWE"), new(new("550010", "550019"), "1003", "Gamma Bank", "GBR", "MCB"),
    ];

    /// <summary>
    /// Adds the data if MACS is empty, all of it or none: a kill in the midst leaves an empty MACS, to which the next start adds it. Of
    /// several processes that start at the same time, one does it.
    /// </summary>
    public static Task SetUpAsync(MacsServices macs, IMacsDatabase database, DateTimeOffset now)
    {
        var me = $"{Guid.NewGuid()}";
        return database.RunAsync(session =>
        {
            if (session.Find<long>("select count(*) from locations") > 0 || Versions.Agree(session, Fact, me) != me)
            {
                return false;
            }

            Add(session, macs.RuleCommands, now);
            return true;
        });
    }

    private static void Add(MacsSession session, RuleCommands rules, DateTimeOffset now)
    {
        _ = Locations.Save(
            session,
            new()
            {
                Id = "waw-lounge",
                Name = "Chopin Lounge",
                Country = "POL",
                Service = "Lounge",
                City = "Warszawa",
                PostalCode = "00-906",
                Address = "Żwirki i Wigury 1"
            });
        _ = Locations.Save(
            session,
            new()
            {
                Id = "ber-fast",
                Name = "Berlin Fast Line",
                Country = "DEU",
                Service = "FastLine",
                City = "Berlin",
                PostalCode = "12529",
                CooldownMinutes = 30
            });
        _ = Locations.AddTerminal(session, "MACS-1", "waw-lounge");
        _ = Locations.AddTerminal(session, "MACS-2", "waw-lounge");
        _ = Locations.AddTerminal(session, "MACS-3", "ber-fast");
        foreach (var bank in Banks)
        {
            _ = RuleCommands.AddIssuer(session, bank);
        }

        _ = RuleCommands.SetRate(session, "EUR", "978", 1m);
        _ = RuleCommands.SetRate(session, "USD", "840", 0.92m);
        _ = RuleCommands.SetRate(session, "PLN", "985", 0.23m);
        foreach (var ruleset in Rulesets(now))
        {
            rules.Add(session, ruleset, By);
        }
    }

    private static IEnumerable<Ruleset> Rulesets(DateTimeOffset now)
    {
        var today = new DateTimeOffset(now.Year, now.Month, now.Day, 0, 0, 0, TimeSpan.Zero);
        var guests = new GuestRule(new(2), new(new(20, "EUR"), 4), MostPerFlight: 3);
        yield return new(0, "Alpha Gold", today, today.AddYears(5))
        {
            Description = "Gold cards of Alpha Bank: four free visits a month, then 25 EUR each.",
            Icas = [new("1001", [])],
            Products = ["MCG"],
            Cardholder = new(new(4), new(new(25, "EUR"), null), PeriodDays: 30),
            Adults = guests,
            Children = guests with { FreeUnderAge = 6 },
        };
        yield return new(0, "Platinum and World Elite", today, today.AddYears(5))
        {
            Description = "Unlimited lounge visits with two guests.",
            Products = ["MPL", "MWE"],
            Services = [Service.Lounge],
            Cardholder = new(new(null), null),
            Adults = guests with { MostPerFlight = 2 },
        };
        yield return new(0, "Business fast line", today, today.AddYears(5))
        {
            Description = "Fast line for business cards.",
            Products = ["MCB"],
            Services = [Service.FastLine],
            Cardholder = new(new(2), new(new(10, "EUR"), 10), PeriodDays: 7),
        };
    }
}

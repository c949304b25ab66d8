using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Sample;

/// <summary>The data of a new hosted MACS: two locations, three terminals, three banks and three rulesets.</summary>
internal static class SampleSite
{
    private const string By = "lab";

    private static readonly IssuerRange[] Banks =
    [
        new(new("543210", "543214"), "1001", "Alpha Bank", "POL", "MCG"), new(new("543215", "543219"), "1001", "Alpha Bank", "POL", "MPL"),
        new(new("520082", "520082"), "1002", "Beta Bank", "DEU", "MWE"), new(new("550010", "550019"), "1003", "Gamma Bank", "GBR", "MCB"),
    ];

    /// <summary>Adds the data if MACS is empty; of several processes that start at the same time, one does it.</summary>
    public static async Task SetUpAsync(MacsServices macs, IMacsDatabase database, DateTimeOffset now)
    {
        var me = $"{Guid.NewGuid()}";
        if ((await macs.Locations.AllAsync()).Count > 0
            || await database.RunAsync(session => Versions.Agree(session, "sample-site", me)) != me)
        {
            return;
        }

        await macs.Locations.SaveAsync(
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
        await macs.Locations.SaveAsync(
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
        await macs.Locations.AddTerminalAsync("MACS-1", "waw-lounge");
        await macs.Locations.AddTerminalAsync("MACS-2", "waw-lounge");
        await macs.Locations.AddTerminalAsync("MACS-3", "ber-fast");
        foreach (var bank in Banks)
        {
            await macs.RuleCommands.AddIssuerAsync(bank);
        }

        await macs.RuleCommands.SetRateAsync("EUR", "978", 1m);
        await macs.RuleCommands.SetRateAsync("USD", "840", 0.92m);
        await macs.RuleCommands.SetRateAsync("PLN", "985", 0.23m);
        foreach (var ruleset in Rulesets(now))
        {
            await macs.RuleCommands.SaveAsync(ruleset, By);
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

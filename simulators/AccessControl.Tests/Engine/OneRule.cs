using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Tests.Engine;

/// <summary>One ruleset, one bank, one lounge, and a card to tap there.</summary>
internal sealed record OneRule
{
    public const string Pan = "5432101234567890";

    public static readonly DateTimeOffset Now = new(2024, 1, 11, 12, 30, 0, TimeSpan.Zero);

    public static readonly Ruleset Gold = new(1, "Gold lounge", Now.AddDays(-100), Now.AddDays(100)) { Cardholder = new(new(2), null) };

    public Ruleset Ruleset { get; init; } = Gold;

    public Location Location { get; init; } = new("WAW-1", "POL", Service.Lounge);

    public IssuerRange Issuer { get; init; } = new(new("543210", "543219"), "1234", "Alpha Bank", "POL", "MCG");

    public List<Entry> Entries { get; init; } = [];

    public List<Transaction>? Spending { get; init; }

    public int Usages { get; init; }

    public bool? RpmAllows { get; init; }

    public static Entry Entry(DateTimeOffset at, bool paid = false, string location = "WAW-1", GuestCount guests = default,
        bool reversed = false) =>
        new(1, location, at, paid, guests, reversed);

    public Decision Tap(DateTimeOffset? at = null, string pan = Pan, string? product = null)
    {
        var book = new RuleBook([Ruleset], [Issuer], [Location],
            new Dictionary<string, decimal>(StringComparer.Ordinal) { ["EUR"] = 1m, ["USD"] = 0.9m, ["PLN"] = 0.25m });
        var usages = new Dictionary<long, int> { [1] = Usages };
        return book.Decide(new(PanNumber.Lowest(pan), product, Location.Id, at ?? Now, Entries, usages, Spending, RpmAllows));
    }
}

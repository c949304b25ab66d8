using System.Collections.Immutable;

namespace PairingLab.AccessControl.Engine;

/// <summary>A ruleset: every parameter of the seed's "Adding a new rule". An empty list puts no condition.</summary>
/// <param name="Id">Its number; rulesets are looked at in this order.</param>
/// <param name="Name">Its name.</param>
/// <param name="ValidFrom">From when it is active, included.</param>
/// <param name="ValidTo">When it ceases to be active, not included.</param>
public sealed record Ruleset(long Id, string Name, DateTimeOffset ValidFrom, DateTimeOffset ValidTo)
{
    /// <summary>The description of the ruleset.</summary>
    public string Description { get; init; } = "";

    /// <summary>Countries of the issuer, three letters.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Product codes, three letters.</summary>
    public ImmutableArray<string> Products { get; init; } = [];

    /// <summary>ICAs with their BIN ranges.</summary>
    public ImmutableArray<IcaRule> Icas { get; init; } = [];

    /// <summary>Services.</summary>
    public ImmutableArray<Service> Services { get; init; } = [];

    /// <summary>Countries of the location.</summary>
    public ImmutableArray<string> LocationCountries { get; init; } = [];

    /// <summary>Ids of locations.</summary>
    public ImmutableArray<string> Locations { get; init; } = [];

    /// <summary>"Total number of usage": how often this ruleset can be used, by all cards together; null for unlimited.</summary>
    public int? MostUsages { get; init; }

    /// <summary>"Period of time in days" of the total; null for ever.</summary>
    public int? UsagePeriodDays { get; init; }

    /// <summary>
    /// "RPM ruleset": external rules in the RPM service decide too. Nothing is public of that service, and the lab has no client of it:
    /// switched on, the ruleset lets nobody in.
    /// </summary>
    public bool Rpm { get; init; }

    /// <summary>Cardholder entry cost.</summary>
    public required CardholderRule Cardholder { get; init; }

    /// <summary>Adult guests; null when none may come.</summary>
    public GuestRule? Adults { get; init; }

    /// <summary>Children; null when none may come.</summary>
    public GuestRule? Children { get; init; }

    /// <summary>Spend based control; null when no spending is required.</summary>
    public SpendRule? Spend { get; init; }

    /// <summary>Whether it is for cards of that product; null for a card whose product nobody knows.</summary>
    public bool IsFor(string? product) => Products.IsEmpty || (product is not null && Products.Contains(product));
}

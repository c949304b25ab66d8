using System.Collections.Immutable;

namespace PairingLab.AccessControl.Engine;

/// <summary>A ruleset: the parameters of "Adding a new rule" in the Access Control description. An empty list sets no condition.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="ValidFrom">From when it is active.</param>
/// <param name="ValidTo">From when it is no longer active.</param>
public sealed record Ruleset(long Id, string Name, DateTimeOffset ValidFrom, DateTimeOffset ValidTo)
{
    /// <summary>
    /// The order of evaluation: lower numbers first, and of the same number the older ruleset. The Access Control description does not
    /// order its rules, so that is the lab's choice.
    /// </summary>
    public int Priority { get; init; }

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

    /// <summary>"Period of time in days" of the total; null for all time.</summary>
    public int? UsagePeriodDays { get; init; }

    /// <summary>
    /// "RPM ruleset": external rules in the RPM service decide too. That service is not public and the lab has no client for it, so a
    /// ruleset with this switch on admits nobody.
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

    /// <summary>Whether the ruleset covers a product; null is a card whose product is unknown.</summary>
    public bool IsFor(string? product) => Products.IsEmpty || (product is not null && Products.Contains(product));
}

/// <summary>An ICA of a ruleset with its BIN ranges; without ranges it covers all cards of the ICA.</summary>
public sealed record IcaRule(string Ica, ImmutableArray<BinRange> Ranges)
{
    /// <summary>Its BIN ranges.</summary>
    public ImmutableArray<BinRange> Ranges { get; init; } = Ranges.IsDefault ? [] : Ranges;
}

namespace PairingLab.AccessControl.Storage;

/// <summary>A location: the parameters of "Adding a new location" in the Access Control description.</summary>
public sealed record LocationRow
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Three-letter country code.</summary>
    public string Country { get; init; } = "";

    /// <summary>FastLine or Lounge.</summary>
    public string Service { get; init; } = "";

    /// <summary>Postal code.</summary>
    public string PostalCode { get; init; } = "";

    /// <summary>City.</summary>
    public string City { get; init; } = "";

    /// <summary>Address; may be empty.</summary>
    public string Address { get; init; } = "";

    /// <summary>Cooldown period in minutes; null for none.</summary>
    public long? CooldownMinutes { get; init; }
}

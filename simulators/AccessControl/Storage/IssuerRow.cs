using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Storage;

/// <summary>A row of the BIN table.</summary>
public sealed record IssuerRow
{
    /// <summary>First card number, its beginning.</summary>
    public string Low { get; init; } = "";

    /// <summary>Last card number, its beginning.</summary>
    public string High { get; init; } = "";

    /// <summary>The issuer's ICA.</summary>
    public string Ica { get; init; } = "";

    /// <summary>The issuer's name.</summary>
    public string IssuerName { get; init; } = "";

    /// <summary>The issuer's country.</summary>
    public string Country { get; init; } = "";

    /// <summary>Product of these cards.</summary>
    public string? Product { get; init; }

    /// <summary>The row as the engine takes it.</summary>
    public IssuerRange ToRange() => new(new(Low, High), Ica, IssuerName, Country, Product);
}

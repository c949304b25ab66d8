using System.Globalization;
using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Storage;

/// <summary>A row of the BIN table.</summary>
public sealed record IssuerRow
{
    /// <summary>First digits of the first card number.</summary>
    public string Low { get; init; } = "";

    /// <summary>First digits of the last card number.</summary>
    public string High { get; init; } = "";

    /// <summary>The issuer's ICA.</summary>
    public string Ica { get; init; } = "";

    /// <summary>The issuer's name.</summary>
    public string IssuerName { get; init; } = "";

    /// <summary>The issuer's country.</summary>
    public string Country { get; init; } = "";

    /// <summary>Product of these cards.</summary>
    public string? Product { get; init; }

    /// <summary>The row for a range of the engine.</summary>
    public static IssuerRow Of(IssuerRange issuer) => new()
    {
        Low = issuer.Range.Low,
        High = issuer.Range.High,
        Ica = issuer.Ica,
        IssuerName = issuer.IssuerName,
        Country = issuer.Country,
        Product = issuer.Product,
    };

    /// <summary>The row as the engine takes it.</summary>
    public IssuerRange ToRange() => new(new(Low, High), Ica, IssuerName, Country, Product);
}

/// <summary>A row of the table of currency rates.</summary>
public sealed record RateRow
{
    /// <summary>Three-letter ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Numeric ISO 4217 code, which MRS uses: 978.</summary>
    public string NumericCode { get; init; } = "";

    /// <summary>The value of one unit, in a common currency.</summary>
    public string Rate { get; init; } = "";

    /// <summary>The rate as a number.</summary>
    public decimal Value => decimal.Parse(Rate, CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace PairingLab.AccessControl.Storage;

/// <summary>A row of the settings table of currency rates.</summary>
public sealed record RateRow
{
    /// <summary>Three-letter ISO 4217 code.</summary>
    public string Currency { get; init; } = "";

    /// <summary>Numeric ISO 4217 code, as MRS has it: 978.</summary>
    public string NumericCode { get; init; } = "";

    /// <summary>What one unit is worth, in any one currency.</summary>
    public string Rate { get; init; } = "";

    /// <summary>The rate as a number.</summary>
    public decimal Value => decimal.Parse(Rate, CultureInfo.InvariantCulture);
}

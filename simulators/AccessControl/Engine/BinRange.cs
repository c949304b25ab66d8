using System.Text.Json.Serialization;

namespace PairingLab.AccessControl.Engine;

/// <summary>Card numbers from the first to the last one, both included; each given by its first digits: 543210 to 543219.</summary>
public sealed record BinRange(string Low, string High)
{
    /// <summary>Whether both ends are the first 6 to 19 digits of card numbers, in order.</summary>
    [JsonIgnore]
    public bool IsSound => IsBeginning(Low) && IsBeginning(High) && PanNumber.Lowest(Low) <= PanNumber.Highest(High);

    private static bool IsBeginning(string digits) => digits is { Length: >= 6 and <= PanNumber.Digits } && digits.All(char.IsAsciiDigit);
}

/// <summary>A row of the BIN table: who issued the cards of a range. Ranges of two issuers do not overlap.</summary>
/// <param name="Range">The card numbers.</param>
/// <param name="Ica">The issuer's ICA.</param>
/// <param name="IssuerName">The issuer's name.</param>
/// <param name="Country">The issuer's country, three letters.</param>
/// <param name="Product">Product of these cards, unless the acquirer reports another one.</param>
public sealed record IssuerRange(BinRange Range, string Ica, string IssuerName, string Country, string? Product = null);

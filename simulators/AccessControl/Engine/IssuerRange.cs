namespace PairingLab.AccessControl.Engine;

/// <summary>A row of the BIN table: who issued the cards of a range. Ranges of two issuers do not overlap.</summary>
/// <param name="Range">The card numbers.</param>
/// <param name="Ica">The issuer's ICA.</param>
/// <param name="IssuerName">The issuer's name.</param>
/// <param name="Country">The issuer's country, three letters.</param>
/// <param name="Product">Product of these cards, as long as the acquirer says nothing else.</param>
public sealed record IssuerRange(BinRange Range, string Ica, string IssuerName, string Country, string? Product = null);

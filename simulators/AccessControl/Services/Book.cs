using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Services;

/// <summary>A rule book of a version.</summary>
/// <param name="Version">Another one with every change of a rule, location, issuer or rate.</param>
/// <param name="Rules">The rules.</param>
/// <param name="CurrencyOf">Three-letter codes by the numeric ones that MRS uses.</param>
public sealed record Book(long Version, RuleBook Rules, IReadOnlyDictionary<string, string> CurrencyOf);

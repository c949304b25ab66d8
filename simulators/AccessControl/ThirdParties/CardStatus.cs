using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.ThirdParties;

/// <summary>What the acquirer says of a card.</summary>
/// <param name="Error">Why the card does not pass; null when it does.</param>
/// <param name="ResponseCode">The ISO 8583 response code; null when none came.</param>
/// <param name="Product">The card's product; null when it was not said.</param>
public sealed record CardStatus(PosError? Error, string? ResponseCode, string? Product);

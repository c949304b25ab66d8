namespace PairingLab.Features.AccessControl;

/// <summary>Somebody with a card.</summary>
/// <param name="Name">First name, as the scenario says it.</param>
/// <param name="Pan">The card's number.</param>
/// <param name="Expiry">MM/YY.</param>
public sealed record Cardholder(string Name, string Pan, string Expiry);

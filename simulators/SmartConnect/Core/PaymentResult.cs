namespace PairingLab.SmartConnect.Core;

/// <summary>The end of a payment.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="At">When.</param>
/// <param name="Card">What the device read from the card; null when it read none.</param>
public sealed record PaymentResult(PaymentOutcome Outcome, DateTimeOffset At, CardDetails? Card = null);

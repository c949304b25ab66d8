namespace PairingLab.SmartConnect.Core.Commands;

/// <summary>A device says how a payment ended.</summary>
public sealed record FinishPayment(string Device, string Session, string Payment, PaymentOutcome Outcome, CardDetails? Card) : IDeviceCommand;

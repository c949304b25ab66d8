namespace PairingLab.SmartConnect.Core.Events;

/// <summary>A payment has ended.</summary>
public sealed record PaymentFinished(string Payment, PaymentResult Result) : ISmartConnectEvent;

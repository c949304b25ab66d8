namespace PairingLab.SmartConnect.Core.Events;

/// <summary>A payment is in the queue of its device.</summary>
public sealed record PaymentAccepted(Payment Payment) : ISmartConnectEvent;

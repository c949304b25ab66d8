namespace PairingLab.SmartConnect.Core.Events;

/// <summary>An old payment is thrown away.</summary>
public sealed record PaymentForgotten(string Payment) : ISmartConnectEvent;

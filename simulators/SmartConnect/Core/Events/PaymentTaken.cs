namespace PairingLab.SmartConnect.Core.Events;

/// <summary>A device has fetched a payment.</summary>
public sealed record PaymentTaken(string Payment, string Device, string Serial) : ISmartConnectEvent;

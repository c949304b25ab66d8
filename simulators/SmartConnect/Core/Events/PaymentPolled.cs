namespace PairingLab.SmartConnect.Core.Events;

/// <summary>A poll was answered.</summary>
public sealed record PaymentPolled(string Payment, DateTimeOffset At) : ISmartConnectEvent;

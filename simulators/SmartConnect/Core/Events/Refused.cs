namespace PairingLab.SmartConnect.Core.Events;

/// <summary>It was refused.</summary>
public sealed record Refused(Refusal Reason) : ISmartConnectEvent;

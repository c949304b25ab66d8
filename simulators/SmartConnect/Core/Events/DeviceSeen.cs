namespace PairingLab.SmartConnect.Core.Events;

/// <summary>A device was heard of.</summary>
public sealed record DeviceSeen(string Device, DateTimeOffset At) : ISmartConnectEvent;

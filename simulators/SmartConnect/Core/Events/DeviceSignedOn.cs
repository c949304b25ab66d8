namespace PairingLab.SmartConnect.Core.Events;

/// <summary>Hardware signed on with an internal id.</summary>
public sealed record DeviceSignedOn(string Device, string Serial, string Session, DateTimeOffset At) : ISmartConnectEvent;

namespace PairingLab.SmartConnect.Core.Events;

/// <summary>A device's code is dead.</summary>
public sealed record CodeHidden(string Device) : ISmartConnectEvent;

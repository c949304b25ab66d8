namespace PairingLab.SmartConnect.Core.Events;

/// <summary>A device has a new code; its old one is dead.</summary>
public sealed record CodeShown(string Device, string Code, DateTimeOffset Until) : ISmartConnectEvent;

namespace PairingLab.SmartConnect.Core.Events;

/// <summary>A register is no longer paired with that device.</summary>
public sealed record RegisterUnpaired(string Register, string Device) : ISmartConnectEvent;

namespace PairingLab.SmartConnect.Core.Events;

/// <summary>A register was paired; the code is used.</summary>
public sealed record RegisterPaired(PairedRegister Register) : ISmartConnectEvent;

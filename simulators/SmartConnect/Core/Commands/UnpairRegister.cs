namespace PairingLab.SmartConnect.Core.Commands;

/// <summary>[Unpair] at the device.</summary>
public sealed record UnpairRegister(string Device, string Session, string Register) : IDeviceCommand;

namespace PairingLab.SmartConnect.Core.Commands;

/// <summary>[Unpair all] at the device.</summary>
public sealed record UnpairAll(string Device, string Session) : IDeviceCommand;

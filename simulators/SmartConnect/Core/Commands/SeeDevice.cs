namespace PairingLab.SmartConnect.Core.Commands;

/// <summary>A device looks what is new.</summary>
public sealed record SeeDevice(string Device, string Session) : IDeviceCommand;

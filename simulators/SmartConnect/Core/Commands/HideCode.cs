namespace PairingLab.SmartConnect.Core.Commands;

/// <summary>A device closes pairing.</summary>
public sealed record HideCode(string Device, string Session) : IDeviceCommand;

namespace PairingLab.SmartConnect.Core.Commands;

/// <summary>A device opens pairing, or refreshes its code; the code is one that no device shows.</summary>
public sealed record ShowCode(string Device, string Session, string Code) : IDeviceCommand;

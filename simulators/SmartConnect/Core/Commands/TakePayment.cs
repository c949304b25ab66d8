namespace PairingLab.SmartConnect.Core.Commands;

/// <summary>A device fetches its next payment; the one it has already, if it has one.</summary>
public sealed record TakePayment(string Device, string Session) : IDeviceCommand;

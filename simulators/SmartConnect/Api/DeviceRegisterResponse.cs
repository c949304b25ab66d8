namespace PairingLab.SmartConnect.Api;

/// <summary>A register in the list of a device.</summary>
public sealed record DeviceRegisterResponse(string Id, string Label, string Business);

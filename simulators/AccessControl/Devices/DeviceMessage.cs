namespace PairingLab.AccessControl.Devices;

/// <summary>Something that a device tells, and the screen after it.</summary>
public sealed record DeviceMessage(string Title, IReadOnlyList<string> Texts, DeviceScreen Then);

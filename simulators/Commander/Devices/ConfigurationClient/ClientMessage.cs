namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>A message box with [Ok].</summary>
/// <param name="Title">Its title.</param>
/// <param name="Text">What it says.</param>
/// <param name="Then">The screen behind it.</param>
public sealed record ClientMessage(string Title, string Text, ClientScreen Then);

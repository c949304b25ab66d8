namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>A message box with [OK].</summary>
/// <param name="Title">Its title.</param>
/// <param name="Text">What it says.</param>
/// <param name="Then">The screen behind it.</param>
public sealed record RegisterMessage(string Title, string Text, RegisterScreen Then);

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>A message over the screen.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Text">What it says.</param>
/// <param name="Until">When it goes by itself; null for one that waits for [OK].</param>
public sealed record TerminalMessage(string Title, string Text, DateTimeOffset? Until = null);

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>The pairing code on the screen.</summary>
/// <param name="Code">The code.</param>
/// <param name="RefreshAt">When the device asks for another one.</param>
/// <param name="Until">When it can't be used any more, if no other one has come.</param>
public sealed record TerminalCode(string Code, DateTimeOffset RefreshAt, DateTimeOffset Until);

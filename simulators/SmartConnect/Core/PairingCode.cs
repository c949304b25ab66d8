namespace PairingLab.SmartConnect.Core;

/// <summary>The temporary code on the screen of a device.</summary>
/// <param name="Code">The code, in capitals.</param>
/// <param name="Until">From this instant on it is dead, used or not.</param>
public sealed record PairingCode(string Code, DateTimeOffset Until);

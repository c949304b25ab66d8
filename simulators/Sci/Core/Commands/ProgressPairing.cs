namespace PairingLab.Sci.Core.Commands;

/// <summary>A POS sends a pairing code.</summary>
public sealed record ProgressPairing(string Code, string? Nickname, bool IsLiveKey) : ISciCommand;

namespace PairingLab.Sci.Core.Events;

/// <summary>A POS has sent the code; the merchant may confirm until then.</summary>
public sealed record PairingProgressed(string Terminal, string PairingId, string? Nickname, DateTimeOffset At, DateTimeOffset Until) : ISciEvent;

namespace PairingLab.Sci.Core.Events;

/// <summary>A purchase waits for its terminal.</summary>
public sealed record TransactionStarted(string Terminal, string TransactionId, string PairingId, long Amount, DateTimeOffset Until) : ISciEvent;

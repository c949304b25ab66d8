namespace PairingLab.Sci.Core.Events;

/// <summary>A purchase has its result.</summary>
public sealed record TransactionFinished(string Terminal, string TransactionId, TransactionResult Result, DateTimeOffset ForgetAt) : ISciEvent;

namespace PairingLab.Sci.Core.Commands;

/// <summary>The terminal has come to a result.</summary>
public sealed record FinishTransaction(string Terminal, string TransactionId, TransactionResult Result) : ISciCommand;

namespace PairingLab.Sci.Core.Commands;

/// <summary>The terminal has taken a transaction onto its screen.</summary>
public sealed record AcceptTransaction(string Terminal, string TransactionId) : ISciCommand;

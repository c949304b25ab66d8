namespace PairingLab.Sci.Core.Commands;

/// <summary>The terminal has the customer's signature on paper; the POS must say whether it is good.</summary>
public sealed record AwaitPos(string Terminal, string TransactionId) : ISciCommand;

namespace PairingLab.Sci.Core.Events;

/// <summary>A purchase waits for the POS, which must judge the customer's signature.</summary>
public sealed record TransactionAwaitsPos(string Terminal, string TransactionId) : ISciEvent;

namespace PairingLab.Sci.Core.Commands;

/// <summary>A POS begins a purchase; amount in cents.</summary>
public sealed record StartTransaction(string TransactionId, string PairingId, long Amount, bool Connected) : ISciCommand;

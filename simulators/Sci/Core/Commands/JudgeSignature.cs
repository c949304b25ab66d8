namespace PairingLab.Sci.Core.Commands;

/// <summary>The POS says whether the customer's signature is good. Said again once the result is there, it changes nothing.</summary>
public sealed record JudgeSignature(string PairingId, string TransactionId, bool Accepted) : ISciCommand;

namespace PairingLab.Sci.Core.Events;

/// <summary>A purchase is on the terminal's screen.</summary>
public sealed record TransactionAccepted(string Terminal, string TransactionId) : ISciEvent;

namespace PairingLab.Sci.Core.Events;

/// <summary>A purchase can no longer be asked for.</summary>
public sealed record TransactionForgotten(string Terminal, string TransactionId) : ISciEvent;

namespace PairingLab.Sci.Core.Events;

/// <summary>A pairing that came to nothing is no longer known.</summary>
public sealed record PairingForgotten(string Terminal, string PairingId) : ISciEvent;

namespace PairingLab.Sci.Core.Commands;

/// <summary>Nothing but the passing of time.</summary>
public sealed record PassTime : ISciCommand;

namespace PairingLab.SmartConnect.Core.Commands;

/// <summary>Nothing but the passing of time.</summary>
public sealed record PassTime : ISmartConnectCommand;

namespace PairingLab.Commander.Core.Commands;

/// <summary>Power was cut and is back.</summary>
public sealed record Reboot() : ICommanderCommand;

namespace PairingLab.Commander.Core.Commands;

/// <summary>The site operator starts the Auto Upgrade.</summary>
public sealed record AutoUpgrade(string SignInId, string Base) : ICommanderCommand;

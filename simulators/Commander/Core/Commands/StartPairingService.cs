namespace PairingLab.Commander.Core.Commands;

/// <summary>[Start Pairing Service].</summary>
public sealed record StartPairingService(string SignInId) : ICommanderCommand;

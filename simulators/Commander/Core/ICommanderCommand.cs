namespace PairingLab.Commander.Core;

/// <summary>Something asked of a Commander. Codes and ids are chosen outside and come in, so that the core stays pure.</summary>
public interface ICommanderCommand;

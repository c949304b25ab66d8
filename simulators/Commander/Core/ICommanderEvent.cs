namespace PairingLab.Commander.Core;

/// <summary>Something that happened in a Commander, or was refused by it.</summary>
public interface ICommanderEvent;

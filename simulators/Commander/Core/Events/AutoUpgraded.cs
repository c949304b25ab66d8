namespace PairingLab.Commander.Core.Events;

/// <summary>The Commander runs newer software, and its workstations follow.</summary>
public sealed record AutoUpgraded(string Base) : ICommanderEvent;

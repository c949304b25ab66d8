namespace PairingLab.Commander.Core.Events;

/// <summary>All that was under way is gone.</summary>
public sealed record Rebooted() : ICommanderEvent;

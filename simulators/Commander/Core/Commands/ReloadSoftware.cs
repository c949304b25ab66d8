namespace PairingLab.Commander.Core.Commands;

/// <summary>The Commander was replaced or its software re-loaded: it knows nobody.</summary>
public sealed record ReloadSoftware() : ICommanderCommand;

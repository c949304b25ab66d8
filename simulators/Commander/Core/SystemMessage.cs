namespace PairingLab.Commander.Core;

/// <summary>A line under System Messages.</summary>
public sealed record SystemMessage(DateTimeOffset At, string Text);

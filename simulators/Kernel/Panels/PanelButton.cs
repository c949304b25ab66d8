namespace PairingLab.Kernel.Panels;

/// <summary>A button on a panel; a dead one is shown and can't be pressed.</summary>
public sealed record PanelButton(string Name, bool Enabled = true);

namespace PairingLab.Kernel.Panels;

/// <summary>A field on a panel: its label, what stands in it, and whether it takes input.</summary>
/// <param name="Name">The label.</param>
/// <param name="Value">What stands in it; of a secret field the page shows dots.</param>
/// <param name="Enabled">Whether it takes input.</param>
/// <param name="Secret">A password field: <paramref name="Value"/> never leaves the device.</param>
public sealed record PanelField(string Name, string Value, bool Enabled = true, bool Secret = false);

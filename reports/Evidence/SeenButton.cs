namespace PairingLab.Reports.Evidence;

/// <summary>A button of a panel and whether it could be pressed.</summary>
public sealed record SeenButton(string Name, bool Enabled);

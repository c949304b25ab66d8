namespace PairingLab.Reports.Evidence;

/// <summary>One header of an HTTP message.</summary>
public sealed record Header(string Name, string Value);

namespace PairingLab.Drivers.Browser.Admin;

/// <summary>A parameter on a details page.</summary>
/// <param name="Group">The group it stands in; empty for none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it says.</param>
public sealed record AdminDetail(string Group, string Name, string Value);

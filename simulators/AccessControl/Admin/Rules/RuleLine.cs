namespace PairingLab.AccessControl.Admin.Rules;

/// <summary>A parameter of a rule, as people read it.</summary>
/// <param name="Group">The group of the seed's table.</param>
/// <param name="Name">The seed's name of it.</param>
/// <param name="Value">What it says.</param>
/// <param name="At">The time, for a value that is one.</param>
public sealed record RuleLine(string Group, string Name, string Value, DateTimeOffset? At = null);

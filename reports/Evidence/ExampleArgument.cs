namespace PairingLab.Reports.Evidence;

/// <summary>One cell of the row of examples that a scenario was made from.</summary>
public sealed record ExampleArgument(string Name, string Value);

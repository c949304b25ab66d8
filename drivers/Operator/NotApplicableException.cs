namespace PairingLab.Drivers.Operator;

/// <summary>The person said that a step doesn't apply to this bench: the scenario is skipped, with this reason.</summary>
public sealed class NotApplicableException(string message) : Exception(message);

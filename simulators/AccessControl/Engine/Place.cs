namespace PairingLab.AccessControl.Engine;

/// <summary>A location, and which rulesets hold there (a bit each, in their order).</summary>
internal sealed record Place(Location Location, ulong[] Rulesets);

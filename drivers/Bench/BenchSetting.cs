namespace PairingLab.Drivers.Bench;

/// <summary>A setting for a simulator, as text; whether there is one of that name, the simulator says (by <see cref="BenchPlace.Mistake"/>).</summary>
public sealed record BenchSetting(string Name, string Text, BenchPlace Place);

namespace PairingLab.Drivers.Bench;

/// <summary>A property of an object, and where its name stands.</summary>
internal sealed record BenchProperty(string Name, BenchPlace Place, BenchNode Value);

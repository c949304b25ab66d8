namespace PairingLab.Benchmarks.Sci;

/// <summary>What a server did under load.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P99">Milliseconds within which 99 of 100 answers came.</param>
internal sealed record Load(double PerSecond, double P99);

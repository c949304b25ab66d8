namespace PairingLab.Host.Commands;

/// <summary>What a run is asked for.</summary>
/// <param name="BenchFile">The bench file; null for the simulated bench.</param>
/// <param name="Tags">The tag expression; null for all scenarios.</param>
/// <param name="ThroughBrowser">Whether every panel is worked in a browser.</param>
/// <param name="Seed">What all randomness comes from; null for a new one.</param>
/// <param name="Build">Whether the features are built first.</param>
public sealed record RunOptions(string? BenchFile, string? Tags, bool ThroughBrowser, int? Seed, bool Build);

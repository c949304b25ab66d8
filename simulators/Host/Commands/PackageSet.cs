namespace PairingLab.Host.Commands;

/// <summary>The package set that a run is built with.</summary>
/// <param name="Name">"full" or "portable", as MSBuild's property LabPackages has it.</param>
/// <param name="Why">Why this one.</param>
public sealed record PackageSet(string Name, string Why)
{
    /// <summary>All packages of the product.</summary>
    public const string Full = "full";

    /// <summary>What every feed has.</summary>
    public const string Portable = "portable";

    /// <summary>Whether there is a set of that name.</summary>
    public static bool IsName(string name) => name is Full or Portable;

    /// <inheritdoc />
    public override string ToString() => $"packages: {Name} ({Why})";
}

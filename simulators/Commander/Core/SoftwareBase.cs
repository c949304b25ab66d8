namespace PairingLab.Commander.Core;

/// <summary>Software bases, "53.29".</summary>
public static class SoftwareBase
{
    /// <summary>Seed: "The feature is implemented in Base 53.29 and higher."</summary>
    public const string FirstWithPairing = "53.29";

    /// <summary>Whether a base has pairing.</summary>
    public static bool HasPairing(string softwareBase) => !IsNewer(FirstWithPairing, softwareBase);

    /// <summary>Whether <paramref name="one"/> is newer than <paramref name="other"/>; what is no base is newer than none.</summary>
    public static bool IsNewer(string one, string other) =>
        Version.TryParse(one, out var a) && Version.TryParse(other, out var b) && a > b;
}

namespace PairingLab.Drivers.Certification;

/// <summary>The texts of a POS that its maker may word. Those that are prescribed are not here.</summary>
public sealed record PosTexts
{
    /// <summary>The success message.</summary>
    public string Success { get; init; } = "";

    /// <summary>Seed 004: suggested, so another clear text may be given.</summary>
    public string ConnectivityFailure { get; init; } = "Please check network and terminal connections and try again";

    /// <summary>The error when a pairing was removed elsewhere.</summary>
    public string Removed { get; init; } = "No active pairings found";
}

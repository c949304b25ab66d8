namespace PairingLab.AccessControl.Storage;

/// <summary>A terminal: paired when it has a public key.</summary>
public sealed record TerminalRow
{
    /// <summary>Its serial number.</summary>
    public string Serial { get; init; } = "";

    /// <summary>Its location; null when it is assigned to none.</summary>
    public string? LocationId { get; init; }

    /// <summary>Base64 of its RSA public key; null when it is not paired.</summary>
    public string? PublicKey { get; init; }

    /// <summary>When it was paired.</summary>
    public DateTimeOffset? PairedAt { get; init; }

    /// <summary>Keyed hash of its pairing code; null when there is none.</summary>
    public string? CodeHash { get; init; }

    /// <summary>Until when the code can be used.</summary>
    public DateTimeOffset? CodeUntil { get; init; }

    /// <summary>Seed: PAIRED, NOT PAIRED.</summary>
    public string Status => PublicKey is null ? "NOT PAIRED" : "PAIRED";
}

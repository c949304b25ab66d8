namespace PairingLab.AccessControl.Storage;

/// <summary>A card that was tapped; enrolled when MRS knows it.</summary>
public sealed record CardRow
{
    /// <summary>Keyed hash of its number.</summary>
    public string PanHash { get; init; } = "";

    /// <summary>First six and last four digits.</summary>
    public string MaskedPan { get; init; } = "";

    /// <summary>1 when its next tap tries an amount.</summary>
    public long AmountStep { get; init; }

    /// <summary>AREF: the card in MRS; null when it is not enrolled.</summary>
    public string? Aref { get; init; }

    /// <summary>The user in MRS.</summary>
    public string? MrsUser { get; init; }

    /// <summary>Its ICA.</summary>
    public string? Ica { get; init; }

    /// <summary>Its product.</summary>
    public string? Product { get; init; }

    /// <summary>Enrollment date.</summary>
    public DateTimeOffset? EnrolledAt { get; init; }
}

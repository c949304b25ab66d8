namespace PairingLab.AccessControl.Storage;

/// <summary>Terms and Conditions or a Privacy Policy; never edited and never deleted.</summary>
public sealed record DocumentRow
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>TERMS or PRIVACY.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The date from which it is valid, as 2026-01-05.</summary>
    public string Day { get; init; } = "";

    /// <summary>Name of the file.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Its type.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>What is in it, in base64; not read for lists.</summary>
    public string Content { get; init; } = "";

    /// <summary>Who added it.</summary>
    public string AddedBy { get; init; } = "";

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; init; }
}

namespace PairingLab.Sci.Signing;

/// <summary>The components that a signature can cover.</summary>
[Flags]
internal enum SignedParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>@method.</summary>
    Method = 1,

    /// <summary>@authority.</summary>
    Authority = 2,

    /// <summary>@request-target.</summary>
    Target = 4,

    /// <summary>content-digest.</summary>
    Digest = 8,

    /// <summary>All of them.</summary>
    All = Method | Authority | Target | Digest,
}

namespace PairingLab.Reports.Certification;

/// <summary>How much a rule is demanded.</summary>
public enum Demand
{
    /// <summary>No certificate without it.</summary>
    Mandatory,

    /// <summary>Better with it.</summary>
    Recommended,

    /// <summary>As the maker likes.</summary>
    Optional,
}

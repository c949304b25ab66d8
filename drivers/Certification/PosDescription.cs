namespace PairingLab.Drivers.Certification;

/// <summary>A POS as a certification sees it: the content of a file in lab-config/certify.</summary>
public sealed record PosDescription
{
    /// <summary>Its name in the report when --product says nothing.</summary>
    public required string Product { get; init; }

    /// <summary>How it is reached.</summary>
    public required PosWay Is { get; init; }

    /// <summary><see cref="PosWay.Files"/>: the page, relative to the description. <see cref="PosWay.Web"/>: its address.</summary>
    public string? Page { get; init; }

    /// <summary>How long the POS may take to show something after an act, in seconds of real time.</summary>
    public double PatienceSeconds { get; init; } = 5;

    /// <summary>Whether its page carries aria-busy while anything is under way: what is not there when it carries none will not come.</summary>
    public bool TellsWhenBusy { get; init; }

    /// <summary>Where its parts are; a part that is left out is not there. Not needed for an operator.</summary>
    public IReadOnlyDictionary<PosPart, PosFinder> Parts { get; init; } = new Dictionary<PosPart, PosFinder>();

    /// <summary>Parts that a POS worked by an operator does not have.</summary>
    public IReadOnlyList<PosPart> Without { get; init; } = [];

    /// <summary>Its texts.</summary>
    public required PosTexts Texts { get; init; }

    /// <summary>Whether the POS has a part, as far as the description says.</summary>
    public bool Has(PosPart part) => Is == PosWay.Operator ? !Without.Contains(part) : Parts.ContainsKey(part);
}

namespace PairingLab.Drivers.Operator;

/// <summary>What a question wants of a person.</summary>
public enum QuestionKind
{
    /// <summary>To attest something: pass, fail, not applicable.</summary>
    Attest,

    /// <summary>To do something, and confirm.</summary>
    Do,

    /// <summary>To tell what a screen or display says; a pass needs a text.</summary>
    Read,
}

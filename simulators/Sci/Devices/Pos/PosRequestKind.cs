namespace PairingLab.Sci.Devices.Pos;

/// <summary>What a POS asks of SCI.</summary>
public enum PosRequestKind
{
    /// <summary>progress-pairing with the code that was entered.</summary>
    Pair,

    /// <summary>pairing-info: [Test] on the pairing that is being made.</summary>
    TestNew,

    /// <summary>unpair: [Cancel] on the pairing that is being made.</summary>
    CancelNew,

    /// <summary>pairing-info: the pairing section was opened.</summary>
    Check,

    /// <summary>pairing-info: [Test] on a pairing that is there.</summary>
    Test,

    /// <summary>unpair: [Unpair].</summary>
    Unpair,

    /// <summary>pairing-info before a transaction.</summary>
    CheckBeforeSale,

    /// <summary>transactions: a purchase.</summary>
    Purchase,

    /// <summary>A button of pos_instructions.</summary>
    Act,
}

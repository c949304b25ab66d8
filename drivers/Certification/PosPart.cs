namespace PairingLab.Drivers.Certification;

/// <summary>What a certification looks for, types into and presses on a POS. Names in a description file are these, in camelCase.</summary>
public enum PosPart
{
    /// <summary>Opens the pairing section from where sales are made.</summary>
    PairingSection,

    /// <summary>Goes back to where sales are made.</summary>
    SaleScreen,

    /// <summary>The SCI logo.</summary>
    Logo,

    /// <summary>The pairing instructions.</summary>
    Instructions,

    /// <summary>The field for the pairing code.</summary>
    Code,

    /// <summary>The field for the pairing nickname.</summary>
    Nickname,

    /// <summary>Sends the pairing code.</summary>
    Pair,

    /// <summary>Tests the pairing that is being made.</summary>
    Test,

    /// <summary>Cancels the pairing that is being made.</summary>
    Cancel,

    /// <summary>Tests a pairing that is there.</summary>
    TestPairing,

    /// <summary>Removes a pairing.</summary>
    Unpair,

    /// <summary>The field for the amount of a sale.</summary>
    Amount,

    /// <summary>Starts the payment of that amount.</summary>
    Pay,
}

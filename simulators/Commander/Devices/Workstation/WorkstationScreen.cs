namespace PairingLab.Commander.Devices.Workstation;

/// <summary>The screens of a POS workstation.</summary>
public enum WorkstationScreen
{
    /// <summary>Starting up.</summary>
    Booting,

    /// <summary>The [Pair POS] button, perhaps with a message about the last try.</summary>
    PairPos,

    /// <summary>[Pair POS] was pressed, the Commander has not answered yet: the button reads "Please wait...".</summary>
    PleaseWait,

    /// <summary>The Pairing keypad.</summary>
    Keypad,

    /// <summary>The OTP is on its way: "Processing, please wait...".</summary>
    Processing,

    /// <summary>"Successfully Paired".</summary>
    SuccessfullyPaired,

    /// <summary>"Pairing completed, preparing to start POS application...".</summary>
    PreparingApplication,

    /// <summary>"Unable to Pair, Cannot Communicate" with its three reasons.</summary>
    CannotCommunicate,

    /// <summary>The application before login to Sales.</summary>
    Login,

    /// <summary>A security alert over Sales.</summary>
    Alert,

    /// <summary>Sales, between transactions.</summary>
    Sales,

    /// <summary>Sales, in a transaction.</summary>
    Transaction,

    /// <summary>CSR Func.</summary>
    CsrFunc,

    /// <summary>CSR Func > Maintenance Menu.</summary>
    MaintenanceMenu,

    /// <summary>The message asking to perform POS pairing.</summary>
    AskPairing,

    /// <summary>"Rebooting to start the pairing process...".</summary>
    RebootingToPair,

    /// <summary>Auto Upgrade is at work.</summary>
    Upgrading,

    /// <summary>"The Pairing failed in this system during the Auto Upgrade."</summary>
    UpgradePairingFailed,
}

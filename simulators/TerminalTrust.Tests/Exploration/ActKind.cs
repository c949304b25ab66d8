namespace PairingLab.TerminalTrust.Tests.Exploration;

/// <summary>What can be done in an exploration.</summary>
public enum ActKind
{
    /// <summary>Time passes.</summary>
    Wait,

    /// <summary>A terminal asks, as it does every few seconds.</summary>
    Ask,

    /// <summary>A terminal fetches a piece of a package.</summary>
    Fetch,

    /// <summary>A terminal is brought all the way: created, approved, asked.</summary>
    PairToTheEnd,

    /// <summary>A terminal is created in CAS.</summary>
    Create,

    /// <summary>Its VPN configuration is generated.</summary>
    GenerateVpn,

    /// <summary>The operator signs in with two factors.</summary>
    SignInOperator,

    /// <summary>The clerk signs in, who has no second factor.</summary>
    SignInClerk,

    /// <summary>Whoever is at CAS signs out.</summary>
    SignOut,

    /// <summary>Some pairing request is approved.</summary>
    Approve,

    /// <summary>All pairing requests are approved at once.</summary>
    ApproveAll,

    /// <summary>Two thieves ask under one serial number, and the operator approves whoever asks.</summary>
    ApproveACrowd,

    /// <summary>Some pairing request is refused.</summary>
    Refuse,

    /// <summary>A terminal is unpaired.</summary>
    Unpair,

    /// <summary>A terminal is set inactive, or active again.</summary>
    Toggle,

    /// <summary>The rules of serving are changed, or changed back.</summary>
    Rules,

    /// <summary>A server is migrated.</summary>
    Migrate,

    /// <summary>A terminal is given another server host.</summary>
    Move,

    /// <summary>A terminal goes to the other deployment scenario.</summary>
    ChangeScenario,

    /// <summary>A terminal is restored.</summary>
    Restore,

    /// <summary>A terminal is reset to factory settings.</summary>
    FactoryReset,

    /// <summary>A terminal's cable is cut, or mended.</summary>
    Cut,

    /// <summary>Somebody in gate's place offers a terminal firmware, old or new, and hands it out.</summary>
    FalseUpgrade,

    /// <summary>A thief says hello under a serial number, with a key of his own or one that a terminal had before its reset.</summary>
    ThiefHello,

    /// <summary>A thief asks master.</summary>
    ThiefStatus,
}

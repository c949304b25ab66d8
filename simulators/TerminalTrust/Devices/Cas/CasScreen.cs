namespace PairingLab.TerminalTrust.Devices.Cas;

/// <summary>The pages of CAS.</summary>
public enum CasScreen
{
    /// <summary>The terminal list.</summary>
    Terminals,

    /// <summary>A terminal's action menu.</summary>
    Actions,

    /// <summary>Unpair asks for confirmation.</summary>
    AskUnpair,

    /// <summary>All pairing requests.</summary>
    Requests,

    /// <summary>One pairing request: its fingerprint is compared with the terminal's pairing code.</summary>
    Compare,

    /// <summary>A new terminal.</summary>
    Create,

    /// <summary>Who is being upgraded, and who waits.</summary>
    Upgrades,

    /// <summary>The event list.</summary>
    Events,

    /// <summary>Exchange rate, IP whitelist, opening hours.</summary>
    Settings,
}

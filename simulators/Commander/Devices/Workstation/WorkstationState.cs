using System.Collections.Immutable;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>All that a workstation knows at one moment.</summary>
public sealed record WorkstationState(WorkstationMemory Memory)
{
    /// <summary>Its certificate with the key, and the authority that it trusts, in PEM; null before the first pairing.</summary>
    public string? Credentials { get; init; }

    /// <summary>What the screen shows.</summary>
    public WorkstationScreen Screen { get; init; } = WorkstationScreen.Booting;

    /// <summary>When the screen goes on by itself; null when it waits for a person, or for the Commander.</summary>
    public DateTimeOffset? ScreenUntil { get; init; }

    /// <summary>The message on the Pair POS screen; null when there is none.</summary>
    public string? PairMessage { get; init; }

    /// <summary>The pairing session; null when there is none.</summary>
    public string? Session { get; init; }

    /// <summary>Sessions that were cancelled, until the Commander has been told.</summary>
    public ImmutableList<string> Cancelled { get; init; } = [];

    /// <summary>What is typed on the Pairing keypad.</summary>
    public string Typed { get; init; } = "";

    /// <summary>The trusted link to the Commander.</summary>
    public LinkState Link { get; init; } = new();

    /// <summary>What became of the last sale; null before the first.</summary>
    public string? LastSale { get; init; }

    /// <summary>The Site Security OTP generated at this register, while it is shown.</summary>
    public string? RegisterOtp { get; init; }

    /// <summary>What the Helpdesk has typed in remote sessions and not been answered, by number.</summary>
    public ImmutableList<int> HelpdeskLines { get; init; } = [];
}

/// <summary>What a workstation keeps on its disk, besides its credentials.</summary>
/// <param name="Base">The base of its software.</param>
/// <param name="PairingMode">It boots into pairing and stays closed for sales until that is finished.</param>
/// <param name="TrustedUntil">When its certificate expires; null when it has none.</param>
/// <param name="RenewFrom">From when it asks for a new certificate.</param>
/// <param name="RenewalAnnounced">Whether it has said that the renewal is scheduled.</param>
/// <param name="Alert">The alert that is shown.</param>
/// <param name="Messages">Messages of the system, newest last.</param>
public sealed record WorkstationMemory(
    string Base,
    bool PairingMode,
    DateTimeOffset? TrustedUntil,
    DateTimeOffset? RenewFrom,
    bool RenewalAnnounced,
    PairingAlert Alert,
    ImmutableList<string> Messages)
{
    /// <summary>A workstation fresh from the box.</summary>
    public static WorkstationMemory Fresh(string softwareBase) =>
        new(softwareBase, Core.SoftwareBase.HasPairing(softwareBase), null, null, RenewalAnnounced: false, PairingAlert.None, []);
}

/// <summary>The alert shown at login to Sales and between transactions.</summary>
public enum PairingAlert
{
    /// <summary>None.</summary>
    None,

    /// <summary>"Sec. Alert - Pairing Invalid": another Commander, expired or revoked.</summary>
    Invalid,

    /// <summary>"Sec. Alert - Pairing Required": after an Auto Upgrade.</summary>
    Required,
}

/// <summary>The trusted link to the Commander, and what is asked over it.</summary>
public sealed record LinkState
{
    /// <summary>The number of the link: what was asked over an earlier one is over.</summary>
    public int Number { get; init; }

    /// <summary>Whether it is being opened, or up.</summary>
    public bool IsWanted { get; init; }

    /// <summary>Whether it is up.</summary>
    public bool IsUp { get; init; }

    /// <summary>Whether the Commander is being asked what software it runs.</summary>
    public bool AsksSoftware { get; init; }

    /// <summary>When the Commander is looked for next; null while there is a link, and in pairing mode.</summary>
    public DateTimeOffset? LookAt { get; init; }

    /// <summary>How many looks in a row found no Commander.</summary>
    public int Missed { get; init; }

    /// <summary>When it says next that it is still here; null while it does, and without a link.</summary>
    public DateTimeOffset? HeartbeatAt { get; init; }

    /// <summary>The number of the link over which a new certificate is being asked for; null when none is.</summary>
    public int? RenewingOver { get; init; }

    /// <summary>When a renewal that was refused is tried again; null when none was.</summary>
    public DateTimeOffset? RenewAgainAt { get; init; }

    /// <summary>Whether a Site Security OTP is being asked for.</summary>
    public bool AsksOtp { get; init; }

    /// <summary>The sales that the Commander has not answered, by number.</summary>
    public ImmutableList<int> Sales { get; init; } = [];

    /// <summary>How many sales went over links so far.</summary>
    public int SaleCount { get; init; }
}

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

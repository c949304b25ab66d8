namespace PairingLab.TerminalTrust;

/// <summary>
/// What can be set about a server and its terminals. Sources: the protocol page where it states a number, else the lab's own choice.
/// All times are lab time.
/// </summary>
public sealed record TrustSettings
{
    /// <summary>The port of gate; 0 lets the system choose. In the field 7741.</summary>
    public int GatePort { get; init; }

    /// <summary>The port of master; 0 lets the system choose. In the field the same number as gate's, on another address.</summary>
    public int MasterPort { get; init; }

    /// <summary>How many terminals are upgraded at once (batm.processing-slots).</summary>
    public int UpgradeSlots { get; init; } = 20;

    /// <summary>How long an upgrade slot is kept for a terminal that has stopped fetching. Lab's choice.</summary>
    public TimeSpan UpgradeLease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a terminal asks. Protocol page: every 5 s.</summary>
    public TimeSpan AskInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a terminal waits for an answer before it says "timeout". Lab's choice.</summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A terminal that has not been heard of for so long is offline. Lab's choice: three times unheard.</summary>
    public TimeSpan OfflineAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A pairing request goes when its terminal has not asked for so long. Lab's choice.</summary>
    public TimeSpan RequestLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many pairing requests under one serial number are kept, the latest ones. Lab's choice.</summary>
    public int RequestsPerTerminal { get; init; } = 4;

    /// <summary>How long a terminal takes to boot. Lab's choice.</summary>
    public TimeSpan BootTakes { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a terminal takes for each of the eight pieces of a firmware package. Lab's choice.</summary>
    public TimeSpan PieceTakes { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>CAS signs a user out who does nothing for so long. Lab's choice.</summary>
    public TimeSpan SignInIdles { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After so many wrong passwords or codes in a row a user is locked. Lab's choice.</summary>
    public int WrongTriesBeforeLock { get; init; } = 5;

    /// <summary>How long a lock lasts. Lab's choice.</summary>
    public TimeSpan LockLasts { get; init; } = TimeSpan.FromMinutes(15);
}

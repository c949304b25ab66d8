using PairingLab.Kernel.Store;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust;

/// <summary>
/// The settings of servers and terminals, in lab time. A setting without a source is the lab's choice; the numbers in the field are in
/// docs/protocols/terminal-trust.md.
/// </summary>
public sealed record TrustSettings
{
    /// <summary>The port of gate; 0 lets the system choose. In the field 7741.</summary>
    public int GatePort { get; init; }

    /// <summary>The port of master; 0 lets the system choose. In the field the same port as gate's, on another address.</summary>
    public int MasterPort { get; init; }

    /// <summary>The operator's password, which the lab's directory shows. Lab's choice.</summary>
    public string OperatorPassword { get; init; } = CasUser.OperatorPassword;

    /// <summary>The clerk's password, which the lab's directory shows. Lab's choice.</summary>
    public string ClerkPassword { get; init; } = CasUser.ClerkPassword;

    /// <summary>The rounds of PBKDF2 over a password; on a stepped clock 5,000 at most.</summary>
    public int PasswordRounds { get; init; } = PasswordHash.HostedRounds;

    /// <summary>How many terminals are upgraded at once (batm.processing-slots).</summary>
    public int UpgradeSlots { get; init; } = 20;

    /// <summary>How long an upgrade slot is kept for a terminal that has stopped fetching.</summary>
    public TimeSpan UpgradeLease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often a terminal asks; every 5 s in the field.</summary>
    public TimeSpan AskInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a terminal waits for an answer before it shows "timeout".</summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A terminal that has not been heard for this long is offline. Three missed requests.</summary>
    public TimeSpan OfflineAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>A pairing request is dropped when its terminal has not asked for this long.</summary>
    public TimeSpan RequestLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many pairing requests under one serial number are kept, the latest ones.</summary>
    public int RequestsPerTerminal { get; init; } = 4;

    /// <summary>How long a terminal takes to boot.</summary>
    public TimeSpan BootTakes { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a terminal takes for each of the eight pieces of a firmware package.</summary>
    public TimeSpan PieceTakes { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>CAS signs out a user who has done nothing for this long.</summary>
    public TimeSpan SignInIdles { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>After this many wrong passwords or codes in a row a user is locked.</summary>
    public int WrongTriesBeforeLock { get; init; } = 5;

    /// <summary>How long a lock lasts.</summary>
    public TimeSpan LockLasts { get; init; } = TimeSpan.FromMinutes(15);
}

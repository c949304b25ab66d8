using PairingLab.Commander.Service;
using PairingLab.Kernel.Store;

namespace PairingLab.Commander;

/// <summary>
/// The settings of a Commander site. "Guide" is the Commander POS pairing guide; where it gives no time, the value is the lab's choice.
/// All times are lab time.
/// </summary>
public sealed record CommanderSettings
{
    /// <summary>How long a Site Security OTP may be entered, from [Generate OTP]. Lab's choice.</summary>
    public TimeSpan SiteOtpLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after its start the Pairing Service lets a workstation begin. Guide: "limited amount of time".</summary>
    public TimeSpan ServiceWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>From [Pair POS] to [Retrieve Pairing OTP]. Guide: one minute.</summary>
    public TimeSpan RetrieveWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>From [Pair POS] to the OTP keyed in and [OK]. Guide: "only a few minutes".</summary>
    public TimeSpan EntryWindow { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>After "Unable to pair, please try again". Guide: two minutes.</summary>
    public TimeSpan RetryWindow { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Life of a workstation's certificate. Guide: a maximum of one year.</summary>
    public TimeSpan CertificateLifetime { get; init; } = TimeSpan.FromDays(365);

    /// <summary>How long before its end a certificate is renewed. Guide: within two weeks of expiration.</summary>
    public TimeSpan RenewalWindow { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How often a renewal that is due is tried. Lab's choice: daily.</summary>
    public TimeSpan RenewalRetry { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often a linked workstation says that it is still here. Lab's choice.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a workstation shows "Please wait..." before it says that it cannot communicate. Lab's choice.</summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a passing message ("Rebooting to start the pairing process...", "Processing request. Please Wait..." at Revoke All
    /// Trust) stays. Lab's choice.
    /// </summary>
    public TimeSpan MessageStays { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the pairing fails in an Auto Upgrade, until [Let pairing succeed in Auto Upgrade] is pressed.</summary>
    public bool PairingFailsInAutoUpgrade { get; init; }

    /// <summary>How long a workstation takes to boot. Lab's choice.</summary>
    public TimeSpan BootTakes { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often an unlinked workstation looks for its Commander (link, newer software). Lab's choice.</summary>
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>This many wrong Site Security OTPs in a row lock Site Security. Lab's choice.</summary>
    public int WrongSiteOtpsBeforeLock { get; init; } = 3;

    /// <summary>This many wrong Pairing OTPs in a row stop the Pairing Service. Lab's choice.</summary>
    public int WrongPairingOtpsBeforeStop { get; init; } = 3;

    /// <summary>This many wrong passwords in a row lock a user. Lab's choice.</summary>
    public int WrongPasswordsBeforeLock { get; init; } = 5;

    /// <summary>The rounds of PBKDF2 over a password; on a stepped clock 5,000 at most.</summary>
    public int PasswordRounds { get; init; } = PasswordHash.HostedRounds;

    /// <summary>The manager's password, which the lab's directory shows. Lab's choice.</summary>
    public string ManagerPassword { get; init; } = CommanderUsers.ManagerPassword;

    /// <summary>The cashier's password, which the lab's directory shows. Lab's choice.</summary>
    public string CashierPassword { get; init; } = CommanderUsers.CashierPassword;

    /// <summary>
    /// Host and port of the SMTP server that OTPs go by from Base 53.35 on; empty for the mail server among the site's devices. Lab's
    /// choice.
    /// </summary>
    public string MailServer { get; init; } = "";

    /// <summary>The sender's address of such an e-mail. Lab's choice.</summary>
    public string MailFrom { get; init; } = "commander@site.example";

    /// <summary>How long a lock lasts. Lab's choice.</summary>
    public TimeSpan LockLasts { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A Configuration Client that is idle this long is signed out. Lab's choice.</summary>
    public TimeSpan SignInIdles { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long each pair of a Site OTP stays on the display before the other one. Lab's choice.</summary>
    public TimeSpan PairStays { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the display's probe sends a sentence when nothing changes (display link).</summary>
    public TimeSpan DisplayHeartbeat { get; init; } = TimeSpan.FromMilliseconds(200);
}

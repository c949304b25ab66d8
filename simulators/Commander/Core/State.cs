using System.Collections.Immutable;

namespace PairingLab.Commander.Core;

/// <summary>All that a Commander knows at one moment.</summary>
public sealed record CommanderState
{
    /// <summary>A new Commander, just switched on.</summary>
    public static readonly CommanderState New = new();

    /// <summary>A hosted Commander runs for years; older messages are dropped.</summary>
    private const int MessagesKept = 200;

    /// <summary>The base of the software.</summary>
    public string Base { get; init; } = SoftwareBase.FirstWithPairing;

    /// <summary>The OTP on the status display; null when the display is dark.</summary>
    public SiteOtp? SiteOtp { get; init; }

    /// <summary>Wrong Site Security OTPs.</summary>
    public WrongTries WrongSiteOtps { get; init; } = WrongTries.None;

    /// <summary>Who is signed in, by session id.</summary>
    public ImmutableSortedDictionary<string, SignIn> SignIns { get; init; } =
        ImmutableSortedDictionary.Create<string, SignIn>(StringComparer.Ordinal);

    /// <summary>What Manage Users has changed, by user.</summary>
    public ImmutableSortedDictionary<string, UserAccess> Users { get; init; } =
        ImmutableSortedDictionary.Create<string, UserAccess>(StringComparer.Ordinal);

    /// <summary>The password settings.</summary>
    public PasswordSettings PasswordSettings { get; init; } = PasswordSettings.New;

    /// <summary>Passwords that were changed or must be, by user.</summary>
    public ImmutableSortedDictionary<string, UserPassword> Passwords { get; init; } =
        ImmutableSortedDictionary.Create<string, UserPassword>(StringComparer.Ordinal);

    /// <summary>Where OTPs go by e-mail, by user.</summary>
    public ImmutableSortedDictionary<string, UserMail> Mail { get; init; } =
        ImmutableSortedDictionary.Create<string, UserMail>(StringComparer.Ordinal);

    /// <summary>Wrong passwords, by user.</summary>
    public ImmutableSortedDictionary<string, WrongTries> WrongPasswords { get; init; } =
        ImmutableSortedDictionary.Create<string, WrongTries>(StringComparer.Ordinal);

    /// <summary>The Pairing Service; null when it is stopped.</summary>
    public PairingService? Service { get; init; }

    /// <summary>The pairing under way; null when there is none.</summary>
    public PairingSession? Session { get; init; }

    /// <summary>The trusted workstations, by id.</summary>
    public ImmutableSortedDictionary<string, PairedWorkstation> Paired { get; init; } =
        ImmutableSortedDictionary.Create<string, PairedWorkstation>(StringComparer.Ordinal);

    /// <summary>System Messages, newest last.</summary>
    public ImmutableList<SystemMessage> Messages { get; init; } = [];

    /// <summary>The state with one message more.</summary>
    public CommanderState WithMessage(DateTimeOffset at, string text)
    {
        var messages = Messages.Add(new(at, text));
        return this with { Messages = messages.Count > MessagesKept ? messages.RemoveAt(0) : messages };
    }
}

/// <summary>The four digits on the status display that open one Site Security session.</summary>
/// <param name="Code">Four digits; may begin with 0.</param>
/// <param name="ShownAt">When it was generated; from then on its pairs alternate.</param>
/// <param name="Until">The first moment at which it is no longer accepted.</param>
public sealed record SiteOtp(string Code, DateTimeOffset ShownAt, DateTimeOffset Until);

/// <summary>A user who is signed in at a Configuration Client.</summary>
/// <param name="Id">The session's secret id.</param>
/// <param name="User">The user's name.</param>
/// <param name="MayUseSiteSecurity">Whether the role has the Site Security function.</param>
/// <param name="LastSeen">When the session was last used.</param>
/// <param name="SiteSecurityOpen">Whether a Site Security OTP has opened Site Security.</param>
public sealed record SignIn(string Id, string User, bool MayUseSiteSecurity, DateTimeOffset LastSeen, bool SiteSecurityOpen);

/// <summary>Wrong entries in a row, and the lock that they led to.</summary>
/// <param name="Count">How many in a row.</param>
/// <param name="LockedUntil">The first moment after the lock; null when there is none.</param>
public sealed record WrongTries(int Count, DateTimeOffset? LockedUntil)
{
    /// <summary>No wrong entry so far.</summary>
    public static readonly WrongTries None = new(0, null);

    /// <summary>Whether the lock holds at that time.</summary>
    public bool LockedAt(DateTimeOffset now) => now < LockedUntil;

    /// <summary>One more wrong entry.</summary>
    public WrongTries Another(int allowed, DateTimeOffset now, TimeSpan lockLasts) =>
        Count + 1 >= allowed ? new(0, now + lockLasts) : this with { Count = Count + 1, LockedUntil = null };
}

/// <summary>The running Pairing Service.</summary>
/// <param name="Until">From this moment no workstation may begin; the service stops then, or when the session under way ends.</param>
/// <param name="EndBy">
/// No retry reaches beyond this moment: the whole process has a "limited amount of time" (Commander POS pairing guide).
/// </param>
/// <param name="WrongOtps">Wrong Pairing OTPs in a row.</param>
public sealed record PairingService(DateTimeOffset Until, DateTimeOffset EndBy, int WrongOtps = 0)
{
    /// <summary>Until when another try may begin after one that failed.</summary>
    public DateTimeOffset RetryUntil(DateTimeOffset failedAt, TimeSpan retryWindow) =>
        failedAt + retryWindow < EndBy ? failedAt + retryWindow : EndBy;
}

/// <summary>The pairing that is under way; there is at most one.</summary>
/// <param name="Id">The session's id, known to the workstation.</param>
/// <param name="Workstation">The workstation that pairs.</param>
/// <param name="Otp">Six characters of the pairing alphabet.</param>
/// <param name="RetrieveUntil">From this moment the OTP can no longer be retrieved.</param>
/// <param name="EnterUntil">From this moment the OTP is no longer accepted.</param>
/// <param name="Retrieved">Whether a Configuration Client has been shown the OTP.</param>
public sealed record PairingSession(
    string Id, string Workstation, string Otp, DateTimeOffset RetrieveUntil, DateTimeOffset EnterUntil, bool Retrieved = false)
{
    /// <summary>When the session ends by itself.</summary>
    public DateTimeOffset Until => Retrieved ? EnterUntil : RetrieveUntil;
}

/// <summary>A workstation that the Commander trusts.</summary>
/// <param name="Workstation">Its id.</param>
/// <param name="Thumbprint">SHA-256 of its certificate, hex.</param>
/// <param name="PairedAt">When it was paired.</param>
/// <param name="NotAfter">From this moment its certificate is no longer valid.</param>
/// <param name="RenewalAnnounced">Whether the System Message about the coming renewal has been added.</param>
/// <param name="Expired">Whether the System Message about the expiry has been added.</param>
public sealed record PairedWorkstation(
    string Workstation,
    string Thumbprint,
    DateTimeOffset PairedAt,
    DateTimeOffset NotAfter,
    bool RenewalAnnounced = false,
    bool Expired = false);

/// <summary>A line under System Messages.</summary>
public sealed record SystemMessage(DateTimeOffset At, string Text);

namespace PairingLab.AccessControl;

/// <summary>
/// The settings of MACS. Defaults come from the Access Control description where it states one; the others are the lab's choice. Times are
/// lab time unless stated otherwise.
/// </summary>
public sealed record AccessControlSettings
{
    /// <summary>How long a pairing code can be used. Access Control description: 2 hours.</summary>
    public TimeSpan PairingCodeLifetime { get; init; } = TimeSpan.FromHours(2);

    /// <summary>After so many wrong pairing codes for one terminal in a row its requests to pair are refused.</summary>
    public int PairingGuesses { get; init; } = 5;

    /// <summary>After so many wrong pairing codes from one address, whatever the terminal, its requests to pair are refused.</summary>
    public int PairingGuessesPerAddress { get; init; } = 20;

    /// <summary>How long they are refused then; each wrong code after that doubles the time, up to a day.</summary>
    public TimeSpan PairingLockOut { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long an accessId can be confirmed; the card is blocked until then.</summary>
    public TimeSpan ConfirmWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How far the clock of a device may be off.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest life of a token.</summary>
    public TimeSpan LongestTokenLife { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a Service Provider can reverse an entry. Access Control description: 30 minutes.</summary>
    public TimeSpan ReversalWindow { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often a device gets its offline lists. Access Control description: 1 day.</summary>
    public TimeSpan ListInterval { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often a device that keeps offline entries tries to report them.</summary>
    public TimeSpan ReportInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a device waits for an answer before it considers itself offline.</summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long MACS waits for all third parties of one tap, in real time. Less than the device waits for MACS.</summary>
    public TimeSpan ThirdPartyTimeLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Base address of the acquirer's ASI; empty to skip the card status.</summary>
    public string AsiAddress { get; init; } = "";

    /// <summary>Address of MRS before /loyalty/mrs; empty without MRS, and then no spending is known.</summary>
    public string MrsAddress { get; init; } = "";

    /// <summary>The amount of the amount verification, in <see cref="VerificationCurrency"/>.</summary>
    public decimal VerificationAmount { get; init; } = 1.00m;

    /// <summary>Its currency.</summary>
    public string VerificationCurrency { get; init; } = "EUR";

    /// <summary>
    /// A PostgreSQL connection string ("Host=…;Database=…"); empty for SQLite: a file in the lab's data folder, or memory without one.
    /// </summary>
    public string Database { get; init; } = "";

    /// <summary>
    /// The secret for the hashes of card numbers, shared by MACS, its devices and every lab on one database; empty for that of the
    /// environment (PAIRINGLAB_PAN_SECRET), or else for one made for this site, which stands in a file of its own in the data folder.
    /// </summary>
    public string PanSecret { get; init; } = "";

    /// <summary>Whether an empty MACS gets two locations, their terminals, a few rulesets and cards.</summary>
    public bool SampleSite { get; init; } = true;

    /// <summary>E-mail address of the first Admin, who is added when there is no user yet.</summary>
    public string AdminEmail { get; init; } = "admin@macs.example";

    /// <summary>The first Admin's password; empty for a random one, which the lab's directory shows.</summary>
    public string AdminPassword { get; init; } = "";

    /// <summary>How long a session of the admin panel lasts without a request.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The longest life of a session.</summary>
    public TimeSpan SessionLength { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long an account is locked after five wrong passwords in a row.</summary>
    public TimeSpan LockOut { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>File with name, logo and colours of the admin panel (see lab-config/branding); empty for the built-in one.</summary>
    public string Branding { get; init; } = "";
}

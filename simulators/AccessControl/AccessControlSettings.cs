namespace PairingLab.AccessControl;

/// <summary>
/// What can be set about MACS. Sources: seed 003_af06a803ac24d8ec where it states a time, else the lab's own choice. Times are lab
/// time unless said otherwise.
/// </summary>
public sealed record AccessControlSettings
{
    /// <summary>How long a pairing code can be used. Seed: TTL=2h.</summary>
    public TimeSpan PairingCodeLifetime { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long an accessId can be confirmed; so long it blocks its card. Lab's choice.</summary>
    public TimeSpan ConfirmWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How far the clock of a device may be off. Lab's choice.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest life of a token. Lab's choice.</summary>
    public TimeSpan LongestTokenLife { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a Service Provider can reverse an entry. Seed: within 30 minutes following the entry.</summary>
    public TimeSpan ReversalWindow { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often a device gets its offline lists. Seed: 1 day.</summary>
    public TimeSpan ListInterval { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often a device that keeps offline entries tries to report them. Lab's choice.</summary>
    public TimeSpan ReportInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a device waits for an answer before it takes itself for offline. Lab's choice.</summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long MACS waits for all third parties of one tap, less than the device waits for MACS; real time, since nobody out there knows the lab's clock. Lab's choice.</summary>
    public TimeSpan ThirdPartyTimeLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Base address of the acquirer's ASI; empty when there is none, and then no card status is asked for.</summary>
    public string AsiAddress { get; init; } = "";

    /// <summary>Address of MRS before /loyalty/mrs; empty when there is none, and then nobody's spending is known.</summary>
    public string MrsAddress { get; init; } = "";

    /// <summary>The amount of the amount verification, in <see cref="VerificationCurrency"/>. Lab's choice.</summary>
    public decimal VerificationAmount { get; init; } = 1.00m;

    /// <summary>Its currency. Lab's choice.</summary>
    public string VerificationCurrency { get; init; } = "EUR";

    /// <summary>
    /// A PostgreSQL connection string ("Host=…;Database=…"); empty for SQLite: a file in the lab's data folder, or memory without one.
    /// </summary>
    public string Database { get; init; } = "";

    /// <summary>
    /// The secret of the hashes of card numbers, the same in MACS and its devices, and in every lab on one database; empty to have one
    /// made for this site.
    /// </summary>
    public string PanSecret { get; init; } = "";

    /// <summary>Whether an empty MACS begins with two locations, their terminals, a few rulesets and cards.</summary>
    public bool SampleSite { get; init; } = true;

    /// <summary>E-mail address of the first Admin, who is made when there is no user yet.</summary>
    public string AdminEmail { get; init; } = "admin@macs.example";

    /// <summary>The first Admin's password; empty to have one drawn, which the lab's directory then tells.</summary>
    public string AdminPassword { get; init; } = "";

    /// <summary>How long a session of the admin panel lasts without a request. Lab's choice.</summary>
    public TimeSpan SessionIdle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long a session lasts at most. Lab's choice.</summary>
    public TimeSpan SessionLength { get; init; } = TimeSpan.FromHours(12);

    /// <summary>How long an account is locked after five wrong passwords in a row. Lab's choice.</summary>
    public TimeSpan LockOut { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>File with name, logo and colours of the admin panel (see lab-config/branding); empty for the lab's own.</summary>
    public string Branding { get; init; } = "";
}

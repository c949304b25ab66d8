using PairingLab.Sci.Core;

namespace PairingLab.Sci;

/// <summary>
/// What can be set about SCI. Neither the SCI integration guide nor the vendor's pages state a time but the clock skew, so they are
/// the lab's choice. All times are lab time.
/// </summary>
public sealed record SciSettings
{
    /// <summary>How long a pairing code may be entered into a POS.</summary>
    public TimeSpan CodeLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After so many unknown pairing codes from one address it is not heard for a while. Six digits are soon tried out.</summary>
    public int CodeGuesses { get; init; } = 20;

    /// <summary>How long it is not heard then; each unknown code after that doubles the time, up to a day.</summary>
    public TimeSpan CodeLockOut { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long after the POS has sent the code the merchant may confirm on the terminal.</summary>
    public TimeSpan ConfirmationWindow { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A signature whose time is off by so much is refused. Vendor: 6 s.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>How long a request for news of a transaction is held before it is answered without any.</summary>
    public TimeSpan LongPoll { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A transaction that the terminal has not finished after so long ends with the result UNKNOWN.</summary>
    public TimeSpan TransactionPatience { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a transaction can still be asked for after it has ended.</summary>
    public TimeSpan TransactionKept { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a code that came to nothing is still known as used, and not as never given out.</summary>
    public TimeSpan CodeRemembered { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long a device waits for an answer before it says that it has no connection.</summary>
    public TimeSpan AnswerPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a terminal says that it is still here; after twice that without a word it is not connected.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long pairing-info still says that there is no pairing after the merchant has confirmed it: a fault that was seen with the
    /// vendor's. None when nothing is set.
    /// </summary>
    public TimeSpan PairingInfoLag { get; init; } = TimeSpan.Zero;

    /// <summary>Whether <c>/api/v1/…</c> is served like <c>/v1/…</c>, as the vendor's sample POS asks for it.</summary>
    public bool ApiAlias { get; init; }

    /// <summary>A POS that has got no answer of SCI for so long asks the merchant how the transaction ended. SCIREC03: 60 s.</summary>
    public TimeSpan OverrideAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The same after the merchant has pressed Cancel, whatever SCI answers meanwhile. SCIREC03: 20 s.</summary>
    public TimeSpan OverrideAfterCancel { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a terminal that plays an outage has no network, and after how long one that approves late does so.</summary>
    public TimeSpan PlayedDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What a new terminal does with transactions by itself, unless its id says it; docs/outcomes.md. Lab's choice.</summary>
    public Plays Plays { get; init; } = Plays.Person;

    /// <summary>What the base URL is called in a pairing response.</summary>
    public BaseUrlField BaseUrlField { get; init; } = BaseUrlField.Both;
}

/// <summary>The name of the base URL in a pairing response: the SCI integration guide and the vendor's live clients differ.</summary>
public enum BaseUrlField
{
    /// <summary>Both fields.</summary>
    Both,

    /// <summary>Only <c>spi_cloud_api_base_url</c>, as in the SCI integration guide.</summary>
    Spi,

    /// <summary>Only <c>sci_api_base_url</c>, as in the vendor's FAQ.</summary>
    Sci,
}

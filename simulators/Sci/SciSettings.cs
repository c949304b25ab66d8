using PairingLab.Sci.Api;

namespace PairingLab.Sci;

/// <summary>
/// What can be set about SCI. Neither the seed 004_b9cc866c533de7c3 nor the vendor states a time but the clock skew, so they are
/// the lab's choice. All times are lab time.
/// </summary>
public sealed record SciSettings
{
    /// <summary>How long a pairing code may be entered into a POS.</summary>
    public TimeSpan CodeLifetime { get; init; } = TimeSpan.FromMinutes(5);

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

    /// <summary>What the base URL is called in a pairing response.</summary>
    public BaseUrlField BaseUrlField { get; init; } = BaseUrlField.Both;
}

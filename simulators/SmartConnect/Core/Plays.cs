using System.Collections.Frozen;
using System.Text.Json;

namespace PairingLab.SmartConnect.Core;

/// <summary>How a payment device ends a payment when nobody works it. docs/outcomes.md has them all; lab's choice.</summary>
public enum Plays
{
    /// <summary>It waits for a person.</summary>
    Person,

    /// <summary>The cents of the amount say how.</summary>
    Cents,

    /// <summary>Approved.</summary>
    Approve,

    /// <summary>Approved with a signature.</summary>
    Sign,

    /// <summary>Declined: do not honour.</summary>
    Decline,

    /// <summary>Declined: insufficient funds.</summary>
    InsufficientFunds,

    /// <summary>Declined: expired card.</summary>
    ExpiredCard,

    /// <summary>Declined: incorrect PIN.</summary>
    WrongPin,

    /// <summary>Declined: the limit is exceeded.</summary>
    ExceedsLimit,

    /// <summary>Cancelled at the device.</summary>
    Cancel,

    /// <summary>The device tries and fails.</summary>
    Fail,

    /// <summary>The device does not have the function.</summary>
    Unavailable,

    /// <summary>Nobody presents a card.</summary>
    TimeOut,

    /// <summary>The device is busy: the request is refused.</summary>
    Busy,

    /// <summary>The device loses its network, approves meanwhile, and says so when it is back.</summary>
    LoseNetwork,
}

/// <summary>The end that a device plays.</summary>
/// <param name="Outcome">How the payment ends.</param>
/// <param name="Reason">Of a decline, as the receipt has it; null for none.</param>
/// <param name="IsSigned">Whether the receipt has a line for a signature.</param>
public sealed record PlayedEnd(PaymentOutcome Outcome, string? Reason = null, bool IsSigned = false)
{
    /// <summary>
    /// Most of them are the response codes of ISO 8583 for the same thing; any other amount is approved. Lab's choice.
    /// </summary>
    public static readonly FrozenDictionary<int, Plays> Cents = new Dictionary<int, Plays>
    {
        [5] = Plays.Decline,
        [8] = Plays.Sign,
        [17] = Plays.Cancel,
        [30] = Plays.Fail,
        [51] = Plays.InsufficientFunds,
        [54] = Plays.ExpiredCard,
        [55] = Plays.WrongPin,
        [58] = Plays.Unavailable,
        [61] = Plays.ExceedsLimit,
        [68] = Plays.TimeOut,
        [91] = Plays.Busy,
        [96] = Plays.LoseNetwork,
    }.ToFrozenDictionary();

    /// <summary>All that a device can play, for people.</summary>
    public static readonly string Names = string.Join(", ", Enum.GetValues<Plays>().Select(NameOf));

    /// <summary>What is played, as people write it: "wrongPin".</summary>
    public static string NameOf(Plays plays) => JsonNamingPolicy.CamelCase.ConvertName(plays.ToString());

    /// <summary>What a text means; null when nothing.</summary>
    public static Plays? Parse(string text) =>
        Enum.GetValues<Plays>().Select(p => (Plays?)p).FirstOrDefault(p => text.Trim().Equals($"{p}", StringComparison.OrdinalIgnoreCase));

    /// <summary>What a device plays for an amount: never <see cref="Plays.Cents"/>.</summary>
    public static Plays For(Plays plays, long cents) =>
        plays == Plays.Cents ? Cents.GetValueOrDefault((int)(cents % 100), Plays.Approve) : plays;

    /// <summary>The end of what is played; not asked for a person or a busy device.</summary>
    public static PlayedEnd Of(Plays plays) => plays switch
    {
        Plays.Sign => new(PaymentOutcome.Accepted, IsSigned: true),
        Plays.Decline => new(PaymentOutcome.Declined, "DO NOT HONOUR"),
        Plays.InsufficientFunds => new(PaymentOutcome.Declined, "INSUFFICIENT FUNDS"),
        Plays.ExpiredCard => new(PaymentOutcome.Declined, "EXPIRED CARD"),
        Plays.WrongPin => new(PaymentOutcome.Declined, "INCORRECT PIN"),
        Plays.ExceedsLimit => new(PaymentOutcome.Declined, "EXCEEDS LIMIT"),
        Plays.Cancel or Plays.TimeOut => new(PaymentOutcome.Cancelled),
        Plays.Fail => new(PaymentOutcome.Failed),
        Plays.Unavailable => new(PaymentOutcome.Unavailable),
        _ => new(PaymentOutcome.Accepted),
    };
}

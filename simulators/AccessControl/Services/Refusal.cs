using System.Collections.Frozen;
using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Services;

/// <summary>Why MACS refuses something. Codes and texts are in <see cref="Refusals"/>.</summary>
public enum Refusal
{
    /// <summary>The acquirer did not approve the card.</summary>
    CardAsiFailed,

    /// <summary>The amount verification found too little on the card.</summary>
    InsufficientFunds,

    /// <summary>The amount verification failed for another reason.</summary>
    AmountAuthFailed,

    /// <summary>A limit of the ruleset is used up.</summary>
    LimitExceeded,

    /// <summary>A requirement of the ruleset, such as spending, is not met.</summary>
    UnmetRequirements,

    /// <summary>An entry of the card waits for its confirmation.</summary>
    TemporarilyBlocked,

    /// <summary>No ruleset applies.</summary>
    MissingAccessRules,

    /// <summary>The terminal is assigned to no location.</summary>
    UnassignedDevice,

    /// <summary>The cooldown of the location is not over.</summary>
    CooldownActive,

    /// <summary>No terminal has this serial number.</summary>
    UnknownSerial,

    /// <summary>The terminal is paired already.</summary>
    AlreadyPaired,

    /// <summary>The pairing code is wrong, used or expired.</summary>
    InvalidPairingCode,

    /// <summary>Too many wrong pairing codes were given for this terminal, or from this address.</summary>
    TooManyGuesses,

    /// <summary>The public key is not an RSA key of the right size.</summary>
    InvalidPublicKey,

    /// <summary>This terminal checked no entry with that accessId.</summary>
    UnknownAccessId,

    /// <summary>The entry was confirmed before with other guests.</summary>
    AlreadyConfirmed,

    /// <summary>The entry was not confirmed in time.</summary>
    AccessIdExpired,

    /// <summary>The role may not reverse entries.</summary>
    NotAllowed,

    /// <summary>No operation has this id.</summary>
    UnknownOperation,

    /// <summary>The operation is not COMPLETED, so it cannot be reversed.</summary>
    NotCompleted,

    /// <summary>A Service Provider reverses an entry after the reversal window.</summary>
    TooLate,
}

/// <summary>The codes and texts of refusals.</summary>
public static class Refusals
{
    /// <summary>
    /// The first nine come letter for letter from "Check entry error codes handling" of the Access Control description, misspellings
    /// included, except COOLDOWN_ACTIVE: the description only says that such an entry returns a custom code.
    /// </summary>
    private static readonly FrozenDictionary<Refusal, (string Code, string Message)> Texts =
        new Dictionary<Refusal, (string Code, string Message)>
        {
            [Refusal.CardAsiFailed] =
            ("CARD_ASI_FAILED", "Card status authorization failed. Use the card again to try amount verification."),
            [Refusal.InsufficientFunds] = ("CARD_AUTH_INSUFFICIENT_FUNDS", "Insufficient card funds. Authorization cannot be performed."),
            [Refusal.AmountAuthFailed] = ("CARD_AMOUNT_AUTH_FAILED", "Amount verification failed."),
            [Refusal.LimitExceeded] = ("LIMIT_EXCEEDED", "The usage limit for this card is exceeded."),
            [Refusal.UnmetRequirements] =
            ("UNMET_REQUIREMENTS", "Requirements to access the service are not fulfiled. Contact your bank for more information."),
            [Refusal.TemporarilyBlocked] =
            ("TEMPORARILT_BLOCKED",
                "The card was recently used and the transaction is not completed. Complete the transaction or wait a while and retry."),
            [Refusal.MissingAccessRules] = ("MISSING_ACCESS_RULES", "Your card is not allowed to be used in this location."),
            [Refusal.UnassignedDevice] = ("UNKNOWN_DEVICE", "The device is not assigned to any location."),
            [Refusal.CooldownActive] = ("COOLDOWN_ACTIVE", "The card was used at this location a short while ago. Wait a while and retry."),
            [Refusal.UnknownSerial] = ("UNKNOWN_DEVICE", "The device is not assigned to any location."),
            [Refusal.AlreadyPaired] = ("ALREADY_PAIRED", "The device is paired already."),
            [Refusal.InvalidPairingCode] =
        ("INVALID_PAIRING_CODE", "The pairing code is wrong, used or too old. Get a new one from the Admin Panel."),
            [Refusal.TooManyGuesses] =
            ("TOO_MANY_ATTEMPTS", "Too many wrong pairing codes. Wait a while, or get a new code from the Admin Panel."),
            [Refusal.InvalidPublicKey] =
            ("INVALID_PUBLIC_KEY", "The public key must be an RSA key of 2048 bits, base64 encoded (SubjectPublicKeyInfo, DER)."),
            [Refusal.UnknownAccessId] = ("UNKNOWN_ACCESS_ID", "This terminal has checked no entry with that accessId."),
            [Refusal.AlreadyConfirmed] = ("ALREADY_CONFIRMED", "The entry is confirmed already, with other guests."),
            [Refusal.AccessIdExpired] = ("ACCESS_ID_EXPIRED", "The entry was not confirmed in time. Use the card again."),
            [Refusal.NotAllowed] = ("NOT_ALLOWED", "only an Admin or a Service Provider can reverse an entry"),
            [Refusal.UnknownOperation] = ("UNKNOWN_OPERATION", "there is no such operation"),
            [Refusal.NotCompleted] =
            ("NOT_COMPLETED", "only a COMPLETED operation can be reversed, and this one is not COMPLETED any more"),
            [Refusal.TooLate] =
            ("TOO_LATE", "a Service Provider can reverse an entry only within 30 minutes following it. Ask an Admin"),
        }.ToFrozenDictionary();

    /// <summary>The code that goes over the wire.</summary>
    public static string Code(this Refusal refusal) => Texts[refusal].Code;

    /// <summary>The text that the terminal or the panel shows.</summary>
    public static string Message(this Refusal refusal) => Texts[refusal].Message;

    /// <summary>The refusal for the rule that refused.</summary>
    public static Refusal Of(Rule rule) => rule switch
    {
        Rule.NoRuleset => Refusal.MissingAccessRules,
        Rule.Cooldown => Refusal.CooldownActive,
        Rule.Rpm or Rule.Spend => Refusal.UnmetRequirements,
        _ => Refusal.LimitExceeded,
    };
}

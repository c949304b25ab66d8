using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Services;

/// <summary>An error code of the device API with its text. Seed: "Check entry error codes handling", letter for letter.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">What the terminal shows.</param>
public sealed record PosError(string Code, string Message)
{
    /// <summary>The acquirer did not pass the card.</summary>
    public static PosError CardAsiFailed { get; } = new("CARD_ASI_FAILED", "Card status authorization failed. Use the card again to try amount verification.");

    /// <summary>Too little on the card at the amount verification.</summary>
    public static PosError InsufficientFunds { get; } = new("CARD_AUTH_INSUFFICIENT_FUNDS", "Insufficient card funds. Authorization cannot be performed.");

    /// <summary>The amount verification failed otherwise.</summary>
    public static PosError AmountAuthFailed { get; } = new("CARD_AMOUNT_AUTH_FAILED", "Amount verification failed.");

    /// <summary>A limit.</summary>
    public static PosError LimitExceeded { get; } = new("LIMIT_EXCEEDED", "The usage limit for this card is exceeded.");

    /// <summary>A requirement, spending say.</summary>
    public static PosError UnmetRequirements { get; } =
        new("UNMET_REQUIREMENTS", "Requirements to access the service are not fulfiled. Contact your bank for more information.");

    /// <summary>An entry of the card waits for its confirmation. The seed spells the code so.</summary>
    public static PosError TemporarilyBlocked { get; } =
        new("TEMPORARILT_BLOCKED", "The card was recently used and the transaction is not completed. Complete the transaction or wait a while and retry.");

    /// <summary>No ruleset applies.</summary>
    public static PosError MissingAccessRules { get; } = new("MISSING_ACCESS_RULES", "Your card is not allowed to be used in this location.");

    /// <summary>The terminal belongs nowhere.</summary>
    public static PosError UnknownDevice { get; } = new("UNKNOWN_DEVICE", "The device is not assigned to any location.");

    /// <summary>Seed: "Rejected transactions return a custom code"; code and text are the lab's.</summary>
    public static PosError CooldownActive { get; } = new("COOLDOWN_ACTIVE", "The card was used at this location a short while ago. Wait a while and retry.");

    /// <summary>The error for the rule that refused.</summary>
    public static PosError Of(Rule rule) => rule switch
    {
        Rule.NoRuleset => MissingAccessRules,
        Rule.Cooldown => CooldownActive,
        Rule.Rpm or Rule.Spend => UnmetRequirements,
        _ => LimitExceeded,
    };
}

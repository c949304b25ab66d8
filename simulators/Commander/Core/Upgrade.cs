namespace PairingLab.Commander.Core;

/// <summary>Software bases, "53.29".</summary>
public static class SoftwareBase
{
    /// <summary>Commander POS pairing guide: "The feature is implemented in Base 53.29 and higher."</summary>
    public const string FirstWithPairing = "53.29";

    /// <summary>The vendor: from this base on the OTP can be sent by e-mail.</summary>
    public const string FirstWithOtpByMail = "53.35";

    /// <summary>Whether a base can send the OTP by e-mail.</summary>
    public static bool HasOtpByMail(string softwareBase) => !IsNewer(FirstWithOtpByMail, softwareBase);

    /// <summary>Whether a base has pairing.</summary>
    public static bool HasPairing(string softwareBase) => !IsNewer(FirstWithPairing, softwareBase);

    /// <summary>Whether <paramref name="one"/> is newer than <paramref name="other"/>; false when either is invalid.</summary>
    public static bool IsNewer(string one, string other) =>
        Version.TryParse(one, out var a) && Version.TryParse(other, out var b) && a > b;
}

/// <summary>Auto Upgrade (Commander POS pairing guide, Overview).</summary>
internal static class Upgrade
{
    public static IEnumerable<ICommanderEvent> Decide(CommanderState state, AutoUpgrade c, DateTimeOffset now) =>
        SiteSecurity.WhyNotAllowed(state, c.SignInId) is { } reason ? [new Refused(reason)]
        : !SoftwareBase.IsNewer(c.Base, state.Base) ? [new SignInUsed(c.SignInId, now), new Refused(Refusal.NotNewer)]
        : [new SignInUsed(c.SignInId, now), new AutoUpgraded(c.Base)];

    public static CommanderState Apply(CommanderState state, AutoUpgraded e) => state with { Base = e.Base };
}

namespace PairingLab.Commander.Core;

/// <summary>Where a user's One-Time Password goes by e-mail.</summary>
/// <param name="Address">The address.</param>
/// <param name="SendOtp">Manage Users, "Send OTP": whether it is sent.</param>
public sealed record UserMail(string Address, bool SendOtp);

/// <summary>The One-Time Password by e-mail: Manage Users says whose, [Generate OTP] sends it to who has pressed it.</summary>
internal static class OtpMail
{
    public static IEnumerable<ICommanderEvent> Decide(CommanderState state, ChangeUserMail c, DateTimeOffset now) =>
        !SoftwareBase.HasOtpByMail(state.Base) ? [new Refused(Refusal.NoOtpByMail)]
        : SiteSecurity.WhyNotOpen(state, c.SignInId) is { } reason ? [new Refused(reason)]
        : c.IsKnown ? [new SignInUsed(c.SignInId, now), new UserMailChanged(c.User, c.Mail)]
        : [new SignInUsed(c.SignInId, now), new Refused(Refusal.NoSuchUser)];

    public static CommanderState Apply(CommanderState state, UserMailChanged e) => state with { Mail = state.Mail.SetItem(e.User, e.Mail) };

    /// <summary>What goes out with an OTP that a user has generated; nothing when that user gets none.</summary>
    public static IEnumerable<ICommanderEvent> Of(CommanderState state, string user, string code, DateTimeOffset until) =>
        SoftwareBase.HasOtpByMail(state.Base) && state.Mail.GetValueOrDefault(user) is { SendOtp: true } mail
            ? [new SiteOtpToMail(mail.Address, code, until)]
            : [];

    public static IEnumerable<ICommanderEvent> Decide(NoteOtpMail c, DateTimeOffset now) =>
        [c.WhyNot is { } why ? new OtpMailFailed(c.Address, why, now) : new OtpMailSent(c.Address, now)];

    public static CommanderState Apply(CommanderState state, OtpMailFailed e) =>
        state.WithMessage(e.At, $"The OTP could not be sent to {e.Address}: {e.WhyNot}");
}

namespace PairingLab.Commander.Core;

/// <summary>Signing in and out at a Configuration Client.</summary>
internal static class SigningIn
{
    public static IEnumerable<ICommanderEvent> Decide(CommanderState state, SignInUser c, DateTimeOffset now, CommanderSettings settings)
    {
        var entered = Enter(state, c, now, settings);
        return entered.OfType<UserSignedIn>().Any() && Passwords.MustChange(state, c.User, now)
            ? [new Refused(Refusal.PasswordExpired)]
            : entered;
    }

    /// <summary>What follows from a user and a password, whether the password has expired or not.</summary>
    public static IReadOnlyList<ICommanderEvent> Enter(
        CommanderState state, SignInUser c, DateTimeOffset now, CommanderSettings settings)
    {
        var tries = state.WrongPasswords.GetValueOrDefault(c.User, WrongTries.None);
        if (tries.LockedAt(now))
        {
            return [new Refused(Refusal.UserLocked)];
        }

        var access = state.Users.GetValueOrDefault(c.User, new(c.MayUseSiteSecurity, DisallowLogin: false));
        return c.PasswordRight && access.DisallowLogin ? [new Refused(Refusal.LoginDisallowed)]
            : c.PasswordRight ? [new UserSignedIn(c.SignInId, c.User, access.SiteSecurity, now)]
            :
            [
                new PasswordWasWrong(c.User, tries.Another(settings.WrongPasswordsBeforeLock, now, settings.LockLasts)),
                new Refused(Refusal.WrongPassword),
            ];
    }

    public static CommanderState Apply(CommanderState state, UserSignedIn e) => state with
    {
        SignIns = state.SignIns.SetItem(e.SignInId, new(e.SignInId, e.User, e.MayUseSiteSecurity, e.At, SiteSecurityOpen: false)),
        WrongPasswords = state.WrongPasswords.Remove(e.User),
    };

    public static CommanderState Apply(CommanderState state, PasswordWasWrong e) =>
        state with { WrongPasswords = state.WrongPasswords.SetItem(e.User, e.Tries) };

    public static IEnumerable<ICommanderEvent> Decide(CommanderState state, SignOutUser c) =>
        state.SignIns.ContainsKey(c.SignInId) ? [new UserSignedOut(c.SignInId)] : [new Refused(Refusal.NotSignedIn)];

    public static CommanderState Apply(CommanderState state, UserSignedOut e) => state with { SignIns = state.SignIns.Remove(e.SignInId) };

    public static CommanderState Apply(CommanderState state, SignInUsed e) => Change(state, e.SignInId, s => s with { LastSeen = e.At });

    /// <summary>The state with one session changed.</summary>
    public static CommanderState Change(CommanderState state, string signInId, Func<SignIn, SignIn> change) =>
        state with { SignIns = state.SignIns.SetItem(signInId, change(state.SignIns[signInId])) };
}

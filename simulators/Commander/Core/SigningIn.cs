using PairingLab.Commander.Core.Commands;
using PairingLab.Commander.Core.Events;

namespace PairingLab.Commander.Core;

/// <summary>Signing in at a Configuration Client.</summary>
internal static class SigningIn
{
    public static IEnumerable<ICommanderEvent> On(CommanderState state, SignInUser c, DateTimeOffset now, CommanderSettings settings)
    {
        var tries = state.WrongPasswords.GetValueOrDefault(c.User, WrongTries.None);
        if (tries.LockedAt(now))
        {
            return [new Refused(Refusal.UserLocked)];
        }

        return c.PasswordRight
            ? [new UserSignedIn(c.SignInId, c.User, c.MayUseSiteSecurity, now)]
            : [new PasswordWasWrong(c.User, tries.Another(settings.WrongPasswordsBeforeLock, now, settings.LockLasts)), new Refused(Refusal.WrongPassword)];
    }

    public static IEnumerable<ICommanderEvent> Out(CommanderState state, SignOutUser c) =>
        state.SignIns.ContainsKey(c.SignInId) ? [new UserSignedOut(c.SignInId)] : [new Refused(Refusal.NotSignedIn)];
}

using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;

namespace PairingLab.TerminalTrust.Core;

/// <summary>Signing in at CAS.</summary>
internal static class SigningIn
{
    public static IEnumerable<IServerEvent> On(ServerState state, GivePassword c, DateTimeOffset now, TrustSettings settings) =>
        Tries(state, c.User).LockedAt(now) ? [new Refused(Refusal.UserLocked)]
        : c.Right ? [new PasswordAccepted(c.User, AwaitsCode: c.HasTwoFactor, now)]
        : [Failed(state, c.User, now, settings), new Refused(Refusal.WrongPassword)];

    public static IEnumerable<IServerEvent> On(ServerState state, GiveCode c, DateTimeOffset now, TrustSettings settings)
    {
        if (state.SignIn is not { AwaitsCode: true, User: var user })
        {
            return [new Refused(Refusal.NotSignedIn)];
        }

        if (Tries(state, user).LockedAt(now))
        {
            return [new SignedOut(), new Refused(Refusal.UserLocked)];
        }

        // RFC 6238, 5.2: a code that has been taken once is not taken again.
        return c.TimeStep is { } step && step > state.LastCodes.GetValueOrDefault(user, long.MinValue)
            ? [new CodeAccepted(step, now)]
            : [Failed(state, user, now, settings), new Refused(Refusal.WrongCode)];
    }

    public static IEnumerable<IServerEvent> Out(ServerState state) =>
        state.SignIn is null ? [new Refused(Refusal.NotSignedIn)] : [new SignedOut()];

    private static WrongTries Tries(ServerState state, string user) => state.WrongTries.GetValueOrDefault(user, WrongTries.None);

    private static SignInFailed Failed(ServerState state, string user, DateTimeOffset now, TrustSettings settings) =>
        new(user, Tries(state, user).Another(settings.WrongTriesBeforeLock, now, settings.LockLasts));
}

namespace PairingLab.TerminalTrust.Core;

/// <summary>Signing in at CAS.</summary>
internal static class SigningIn
{
    public static IEnumerable<IServerEvent> Decide(ServerState state, GivePassword c, DateTimeOffset now, TrustSettings settings) =>
        TriesOf(state, c.User).LockedAt(now) ? [new Refused(Refusal.UserLocked)]
        : c.Right ? [new PasswordAccepted(c.User, AwaitsCode: c.HasTwoFactor, now)]
        : [Failed(state, c.User, now, settings), new Refused(Refusal.WrongPassword)];

    public static IEnumerable<IServerEvent> Decide(ServerState state, GiveCode c, DateTimeOffset now, TrustSettings settings)
    {
        if (state.SignIn is not { AwaitsCode: true, User: var user })
        {
            return [new Refused(Refusal.NotSignedIn)];
        }

        if (TriesOf(state, user).LockedAt(now))
        {
            return [new SignedOut(), new Refused(Refusal.UserLocked)];
        }

        // RFC 6238, 5.2: a code is accepted once.
        return c.TimeStep is { } step && step > state.LastCodes.GetValueOrDefault(user, long.MinValue)
            ? [new CodeAccepted(step, now)]
            : [Failed(state, user, now, settings), new Refused(Refusal.WrongCode)];
    }

    public static IEnumerable<IServerEvent> SignOut(ServerState state) =>
        state.SignIn is null ? [new Refused(Refusal.NotSignedIn)] : [new SignedOut()];

    public static ServerState? Apply(ServerState state, IServerEvent happened) => happened switch
    {
        PasswordAccepted e => state with
        {
            SignIn = new(e.User, e.AwaitsCode, TwoFactor: false, e.At),
            WrongTries = e.AwaitsCode ? state.WrongTries : state.WrongTries.Remove(e.User),
        },
        CodeAccepted e => state with
        {
            SignIn = state.SignIn! with { AwaitsCode = false, TwoFactor = true, LastSeen = e.At },
            WrongTries = state.WrongTries.Remove(state.SignIn.User),
            LastCodes = state.LastCodes.SetItem(state.SignIn.User, e.TimeStep),
        },
        SignInFailed e => state with { WrongTries = state.WrongTries.SetItem(e.User, e.Tries) },
        SignInUsed e => state with { SignIn = state.SignIn! with { LastSeen = e.At } },
        SignedOut => state with { SignIn = null },
        _ => null,
    };

    private static WrongTries TriesOf(ServerState state, string user) => state.WrongTries.GetValueOrDefault(user, WrongTries.None);

    private static SignInFailed Failed(ServerState state, string user, DateTimeOffset now, TrustSettings settings) =>
        new(user, TriesOf(state, user).Another(settings.WrongTriesBeforeLock, now, settings.LockLasts));
}

/// <summary>The user at CAS.</summary>
/// <param name="User">The user's name.</param>
/// <param name="AwaitsCode">Whether the password was given and the code was not.</param>
/// <param name="TwoFactor">Whether the user has signed in with two factors.</param>
/// <param name="LastSeen">When the user last did something.</param>
public sealed record SignIn(string User, bool AwaitsCode, bool TwoFactor, DateTimeOffset LastSeen);

/// <summary>Wrong passwords or codes in a row, and the lock that follows from them.</summary>
/// <param name="Count">How many in a row.</param>
/// <param name="LockedUntil">When the lock ends; null when there is none.</param>
public sealed record WrongTries(int Count, DateTimeOffset? LockedUntil)
{
    /// <summary>Nothing wrong so far.</summary>
    public static readonly WrongTries None = new(0, null);

    /// <summary>Whether the user is locked at that time.</summary>
    public bool LockedAt(DateTimeOffset now) => now < LockedUntil;

    /// <summary>One more wrong try.</summary>
    public WrongTries Another(int allowed, DateTimeOffset now, TimeSpan lockLasts) =>
        Count + 1 >= allowed ? new(0, now + lockLasts) : this with { Count = Count + 1, LockedUntil = null };
}

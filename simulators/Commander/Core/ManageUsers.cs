namespace PairingLab.Commander.Core;

/// <summary>Configuration Client, Security > Manage Users: who has the Site Security function, and who may sign in.</summary>
/// <param name="SiteSecurity">Whether the user has the Site Security function.</param>
/// <param name="DisallowLogin">Whether the user may not sign in.</param>
public sealed record UserAccess(bool SiteSecurity, bool DisallowLogin);

/// <summary>The rules of Manage Users.</summary>
internal static class ManageUsers
{
    public static IEnumerable<ICommanderEvent> Decide(CommanderState state, ChangeUser c, DateTimeOffset now)
    {
        if (SiteSecurity.WhyNotOpen(state, c.SignInId) is { } reason)
        {
            return [new Refused(reason)];
        }

        var used = new SignInUsed(c.SignInId, now);
        if (!c.IsKnown)
        {
            return [used, new Refused(Refusal.NoSuchUser)];
        }

        // Nobody would be left who could give it back.
        if (state.SignIns[c.SignInId].User == c.User)
        {
            return [used, new Refused(Refusal.OwnAccess)];
        }

        var signedIn = state.SignIns.Values.Where(s => s.User == c.User).Select(s => new UserSignedOut(s.Id));
        return [used, new UserChanged(c.User, c.Access), .. signedIn];
    }

    public static CommanderState Apply(CommanderState state, UserChanged e) => state with { Users = state.Users.SetItem(e.User, e.Access) };
}

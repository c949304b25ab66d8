namespace PairingLab.Commander.Core;

/// <summary>The password settings of Security > Manage Users. The ranges of the lengths are the vendor's.</summary>
/// <param name="MinimumLength">A new password has no fewer characters.</param>
/// <param name="MaximumLength">A new password has no more characters.</param>
/// <param name="DaysToExpire">After so many days a password must be changed; 0 for never.</param>
/// <param name="Since">When this was set: the days of a password that nobody has changed count from here.</param>
public sealed record PasswordSettings(int MinimumLength, int MaximumLength, int DaysToExpire, DateTimeOffset Since)
{
    /// <summary>Of a new Commander: all lengths, no expiry.</summary>
    public static readonly PasswordSettings New = new(LeastMinimum, MostLength, DaysToExpire: 0, DateTimeOffset.MinValue);

    /// <summary>The least minimum length.</summary>
    public const int LeastMinimum = 7;

    /// <summary>The least maximum length.</summary>
    public const int LeastMaximum = 8;

    /// <summary>The most of both lengths.</summary>
    public const int MostLength = 30;

    /// <summary>The most days to expire. Lab's choice.</summary>
    public const int MostDays = 365;

    /// <summary>Whether each is within its range, and the minimum no more than the maximum.</summary>
    public bool AreAllowed =>
        MinimumLength is >= LeastMinimum and <= MostLength && MaximumLength is >= LeastMaximum and <= MostLength
        && MinimumLength <= MaximumLength && DaysToExpire is >= 0 and <= MostDays;

    /// <summary>Whether a new password may have this length.</summary>
    public bool Allow(int length) => length >= MinimumLength && length <= MaximumLength;
}

/// <summary>What a Commander knows of a user's password beside the site's own.</summary>
/// <param name="Hash">What is kept of the password that the user has chosen; null for the one from the site's settings.</param>
/// <param name="ChangedAt">When the user chose it; null when never.</param>
/// <param name="MustChange">[Force Password Change]: the next sign-in asks for a new one.</param>
public sealed record UserPassword(string? Hash = null, DateTimeOffset? ChangedAt = null, bool MustChange = false);

/// <summary>The rules of passwords.</summary>
internal static class Passwords
{
    public static IEnumerable<ICommanderEvent> Decide(CommanderState state, ChangePasswordSettings c, DateTimeOffset now)
    {
        if (SiteSecurity.WhyNotOpen(state, c.SignInId) is { } reason)
        {
            return [new Refused(reason)];
        }

        var settings = c.Settings with { Since = now };
        return [new SignInUsed(c.SignInId, now), settings.AreAllowed ? new PasswordSettingsChanged(settings) : Refuse()];

        static Refused Refuse() => new(Refusal.BadPasswordSettings);
    }

    public static CommanderState Apply(CommanderState state, PasswordSettingsChanged e) => state with { PasswordSettings = e.Settings };

    public static IEnumerable<ICommanderEvent> Decide(CommanderState state, ForcePasswordChange c, DateTimeOffset now) =>
        SiteSecurity.WhyNotOpen(state, c.SignInId) is { } reason ? [new Refused(reason)]
        : c.IsKnown ? [new SignInUsed(c.SignInId, now), new PasswordChangeForced(c.User)]
        : [new SignInUsed(c.SignInId, now), new Refused(Refusal.NoSuchUser)];

    public static CommanderState Apply(CommanderState state, PasswordChangeForced e) =>
        state with { Passwords = state.Passwords.SetItem(e.User, Of(state, e.User) with { MustChange = true }) };

    public static IEnumerable<ICommanderEvent> Decide(
        CommanderState state, ChangePassword c, DateTimeOffset now, CommanderSettings settings)
    {
        var signIn = SigningIn.Enter(state, c.SignIn, now, settings);
        return !signIn.OfType<UserSignedIn>().Any() ? signIn
            : !state.PasswordSettings.Allow(c.NewLength) ? [new Refused(Refusal.BadPasswordLength)]
            : c.IsTheSame ? [new Refused(Refusal.SamePassword)]
            : [new PasswordChanged(c.SignIn.User, c.NewHash, now), .. signIn];
    }

    public static CommanderState Apply(CommanderState state, PasswordChanged e) =>
        state with { Passwords = state.Passwords.SetItem(e.User, new(e.Hash, e.At)) };

    /// <summary>Whether a user must choose another password before anything else.</summary>
    public static bool MustChange(CommanderState state, string user, DateTimeOffset now)
    {
        var password = Of(state, user);
        var settings = state.PasswordSettings;
        return password.MustChange
            || (settings.DaysToExpire > 0 && now >= (password.ChangedAt ?? settings.Since).AddDays(settings.DaysToExpire));
    }

    private static UserPassword Of(CommanderState state, string user) => state.Passwords.GetValueOrDefault(user, new());
}

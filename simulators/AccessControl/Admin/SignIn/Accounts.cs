using System.Security.Cryptography;
using System.Text;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.SignIn;

/// <summary>A signed-in user.</summary>
/// <param name="User">The user.</param>
/// <param name="Session">The token of the session.</param>
/// <param name="MustConsent">Whether the user still has to accept Terms and Conditions and Privacy Policy.</param>
public sealed record SignedIn(UserRow User, string Session, bool MustConsent)
{
    /// <summary>Never shows the token.</summary>
    public override string ToString() => User.ToString();
}

/// <summary>
/// Signs users in and out. A session is a random token; the browser keeps the token and the database its hash, so every process of MACS
/// accepts it, and it ends for all of them at once.
/// </summary>
public sealed class Accounts(IMacsDatabase database, LabClock clock, AccessControlSettings settings)
{
    private const int MostWrongPasswords = 5;
    private const int TokenBytes = 32;

    /// <summary>Shown wherever a password is wrong.</summary>
    public const string LockOutRule = "After five wrong passwords in a row an account is locked for 15 minutes.";

    /// <summary>How often the last request of a session is recorded, so that not every page view writes.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    private volatile bool isSetUp;

    /// <summary>
    /// The token of a new session; null when e-mail or password is wrong or the account is locked. The caller deliberately cannot tell
    /// which.
    /// </summary>
    public async Task<string?> SignInAsync(string email, string password)
    {
        await SetUpAsync();

        // The attempt is counted before the password is verified: a hundred simultaneous guesses are a hundred attempts.
        var user = await database.RunAsync(session => Attempt(session, Email(email)));
        if (!Passwords.Verify(user, password))
        {
            return null;
        }

        return await database.RunAsync(session =>
        {
            UserTable.SetAttempts(session, user!.Id, 0, null);
            return Begin(session, user.Id);
        });
    }

    /// <summary>
    /// Changes the user's password and ends all sessions of the user; returns the token of a new session. Null when the present password is
    /// wrong, which counts as a failed attempt.
    /// </summary>
    public async Task<string?> ChangePasswordAsync(UserRow user, string present, string fresh)
    {
        var kept = await database.RunAsync(session => Attempt(session, user.Email));
        if (!Passwords.Verify(kept, present))
        {
            return null;
        }

        var hash = Passwords.Hash(fresh);
        return await database.RunAsync(session =>
        {
            UserTable.SetAttempts(session, user.Id, 0, null);
            UserTable.SetPassword(session, user.Id, hash);
            UserTable.EndSessions(session, user.Id);
            return Begin(session, user.Id);
        });
    }

    /// <summary>Ends a session.</summary>
    public Task SignOutAsync(string token) =>
        database.RunAsync(s => s.Execute("delete from sessions where id_hash = @hash", new { hash = Hash(token) }));

    /// <summary>The user of a session, and whether consent is due; null when the session has ended.</summary>
    public Task<SignedIn?> FindAsync(string token) => database.RunAsync(session =>
    {
        var now = clock.GetUtcNow();
        var hash = Hash(token);
        var found = session.Find<SessionRow>("select * from sessions where id_hash = @hash", new { hash });
        if (found is null || found.EndsAt <= now || found.SeenAt + settings.SessionIdle <= now
            || UserTable.Find(session, found.UserId) is not { } user)
        {
            return null;
        }

        if (now - found.SeenAt >= Noted)
        {
            session.Execute("update sessions set seen_at = @now where id_hash = @hash", new { now, hash });
        }

        return new SignedIn(user, token, RoleRights.MustConsent(user.UserRole)
            && Consents.AreDue(session, user.Id, now));
    });

    /// <summary>An e-mail address in the form in which it is stored and compared.</summary>
    public static string Email(string typed) => typed.Trim().ToLowerInvariant();

    /// <summary>An unguessable id.</summary>
    internal static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>
    /// Adds the first Admin if there is no user. A lab with a data folder does so at its start. Others do it at the first sign-in, because
    /// hashing is slow and most scenarios never sign in.
    /// </summary>
    public async Task SetUpAsync()
    {
        if (isSetUp || settings.AdminPassword.Length == 0)
        {
            return;
        }

        if (await database.RunAsync(session => session.Find<long>("select count(*) from users")) == 0)
        {
            var first = new UserRow
            {
                Id = NewId(),
                Email = Email(settings.AdminEmail),
                FirstName = "First",
                LastName = "Admin",
                Role = nameof(UserRole.Admin),
                PasswordHash = Passwords.Hash(settings.AdminPassword),
                CreatedAt = clock.GetUtcNow(),
            };
            await database.RunAsync(session => session.Find<long>("select count(*) from users") == 0 && UserTable.Add(session, first) == 1);
        }

        isSetUp = true;
    }

    /// <summary>The token of a new session; null when the user was deleted.</summary>
    private string? Begin(MacsSession session, string userId)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = clock.GetUtcNow();
        session.Execute("delete from sessions where ends_at <= @now", new { now });
        return session.Execute(
            "insert into sessions (id_hash, user_id, created_at, seen_at, ends_at) "
            + "select @hash, id, @now, @now, @ends from users where id = @userId",
            new { hash = Hash(token), now, ends = now + settings.SessionLength, userId }) == 1 ? token : null;
    }

    private UserRow? Attempt(MacsSession session, string email)
    {
        var now = clock.GetUtcNow();
        if (UserTable.ByEmail(session, email, forUpdate: true) is not { } user || user.LockedUntil > now)
        {
            return null;
        }

        var attempts = user.LockedUntil is null ? user.FailedAttempts + 1 : 1;
        UserTable.SetAttempts(session, user.Id, attempts, attempts >= MostWrongPasswords ? now + settings.LockOut : null);
        return user;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}

using System.Security.Cryptography;
using System.Text;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.SignIn;

/// <summary>
/// Signing in and out. A session is a random number that the browser keeps and of which the database has the hash, so every process
/// of MACS accepts it, and it ends for all of them at once.
/// </summary>
public sealed class Accounts(IMacsDatabase database, LabClock clock, AccessControlSettings settings)
{
    private const int MostWrongPasswords = 5;
    private const int TokenBytes = 32;

    /// <summary>What is said wherever a password is wrong.</summary>
    public const string LockOutRule = "After five wrong passwords in a row an account is locked for 15 minutes.";

    /// <summary>A session's last request is noted once in so long: not each page view is a write.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    private volatile bool isSetUp;

    /// <summary>A session's token; null when e-mail or password is wrong or the account is locked, which is deliberately all the same.</summary>
    public async Task<string?> SignInAsync(string email, string password)
    {
        await SetUpAsync();

        // The attempt is counted before the password is looked at: a hundred guesses at the same time are a hundred attempts.
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
    /// Somebody changes the own password: the token of a new session, and all others of this user have ended; null when the present
    /// password is wrong, which counts as it does at signing in.
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
    public Task SignOutAsync(string token) => database.RunAsync(s => s.Execute("delete from sessions where id_hash = @hash", new { hash = Hash(token) }));

    /// <summary>Who has that session, and whether consent is due; null when there is no such session any more.</summary>
    public Task<SignedIn?> FindAsync(string token) => database.RunAsync(session =>
    {
        var now = clock.GetUtcNow();
        var hash = Hash(token);
        var found = session.Find<SessionRow>("select * from sessions where id_hash = @hash", new { hash });
        if (found is null || found.EndsAt <= now || found.SeenAt + settings.SessionIdle <= now || UserTable.Find(session, found.UserId) is not { } user)
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

    /// <summary>An e-mail address as it is kept and compared.</summary>
    public static string Email(string typed) => typed.Trim().ToLowerInvariant();

    /// <summary>An id that nobody can guess.</summary>
    internal static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));

    /// <summary>Makes the first Admin if there is no user; at the first sign-in, since a hash takes its time and most scenarios have no sign-in.</summary>
    private async Task SetUpAsync()
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
            await database.RunAsync(session => UserTable.Add(session, first));
        }

        isSetUp = true;
    }

    /// <summary>The token of a new session; null when the user is there no more.</summary>
    private string? Begin(MacsSession session, string userId)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        var now = clock.GetUtcNow();
        session.Execute("delete from sessions where ends_at <= @now", new { now });
        return session.Execute(
            "insert into sessions (id_hash, user_id, created_at, seen_at, ends_at) select @hash, id, @now, @now, @ends from users where id = @userId",
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

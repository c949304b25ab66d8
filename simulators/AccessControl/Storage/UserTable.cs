using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Storage;

/// <summary>A user of the admin panel.</summary>
public sealed record UserRow
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>E-mail address in lower case: the name to sign in with, and the userId that operations and rules show.</summary>
    public string Email { get; init; } = "";

    /// <summary>First name.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Last name.</summary>
    public string LastName { get; init; } = "";

    /// <summary>Name of a <see cref="UserRole"/>.</summary>
    public string Role { get; init; } = "";

    /// <summary>The hash of the password.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>Wrong passwords in a row.</summary>
    public long FailedAttempts { get; init; }

    /// <summary>Until when the account is locked; null when it never was.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The role.</summary>
    public UserRole UserRole => Enum.Parse<UserRole>(Role);

    /// <summary>First and last name.</summary>
    public string FullName => $"{FirstName} {LastName}";

    /// <summary>Never shows the hash.</summary>
    public override string ToString() => $"{Email} ({Role})";
}

/// <summary>A session of the admin panel.</summary>
internal sealed record SessionRow
{
    public string IdHash { get; init; } = "";

    public string UserId { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }
}

/// <summary>The tables of users and their sessions.</summary>
internal static class UserTable
{
    private static readonly Table<UserRow> Table = new("users");

    public static UserRow? Find(MacsSession session, string id) => session.Find<UserRow>("select * from users where id = @id", new { id });

    public static UserRow? ByEmail(MacsSession session, string email, bool forUpdate = false) =>
        session.Find<UserRow>("select * from users where email = @email" + (forUpdate ? session.ForUpdate : ""), new { email });

    public static int Add(MacsSession session, UserRow user) => session.Execute($"{Table.Insert} on conflict do nothing", user);

    public static int Change(MacsSession session, UserRow user) => session.Execute(
        """
        update users set email = @Email, first_name = @FirstName, last_name = @LastName, role = @Role, password_hash = @PasswordHash,
        failed_attempts = 0, locked_until = null where id = @Id
        """,
        user);

    public static int SetPassword(MacsSession session, string id, string hash) =>
        session.Execute("update users set password_hash = @hash where id = @id", new { id, hash });

    public static int Delete(MacsSession session, string id) => session.Execute("delete from users where id = @id", new { id });

    /// <summary>Counts the Admins and locks their rows: one must remain, even when two are removed at the same time.</summary>
    public static int Admins(MacsSession session) =>
        session.Query<string>("select id from users where role = 'Admin' order by id" + session.ForUpdate).Count;

    public static void SetAttempts(MacsSession session, string id, long attempts, DateTimeOffset? until) =>
        session.Execute("update users set failed_attempts = @attempts, locked_until = @until where id = @id", new { id, attempts, until });

    public static void EndSessions(MacsSession session, string userId) =>
        session.Execute("delete from sessions where user_id = @userId", new { userId });
}

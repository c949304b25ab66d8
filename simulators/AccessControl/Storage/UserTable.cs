namespace PairingLab.AccessControl.Storage;

/// <summary>The tables of users and their sessions.</summary>
internal static class UserTable
{
    public static UserRow? Find(MacsSession session, string id) => session.Find<UserRow>("select * from users where id = @id", new { id });

    public static UserRow? ByEmail(MacsSession session, string email, bool forUpdate = false) =>
        session.Find<UserRow>("select * from users where email = @email" + (forUpdate ? session.ForUpdate : ""), new { email });

    public static int Add(MacsSession session, UserRow user) => session.Execute(
        """
        insert into users (id, email, first_name, last_name, role, password_hash, created_at)
        values (@Id, @Email, @FirstName, @LastName, @Role, @PasswordHash, @CreatedAt) on conflict do nothing
        """,
        user);

    public static int Change(MacsSession session, UserRow user) => session.Execute(
        """
        update users set email = @Email, first_name = @FirstName, last_name = @LastName, role = @Role, password_hash = @PasswordHash,
        failed_attempts = 0, locked_until = null where id = @Id
        """,
        user);

    public static int SetPassword(MacsSession session, string id, string hash) => session.Execute("update users set password_hash = @hash where id = @id", new { id, hash });

    public static int Delete(MacsSession session, string id) => session.Execute("delete from users where id = @id", new { id });

    /// <summary>How many Admins there are, their rows held: the last one must stay, also when two are removed at once.</summary>
    public static int Admins(MacsSession session) => session.Query<string>("select id from users where role = 'Admin' order by id" + session.ForUpdate).Count;

    public static void SetAttempts(MacsSession session, string id, long attempts, DateTimeOffset? until) =>
        session.Execute("update users set failed_attempts = @attempts, locked_until = @until where id = @id", new { id, attempts, until });

    public static void EndSessions(MacsSession session, string userId) => session.Execute("delete from sessions where user_id = @userId", new { userId });
}

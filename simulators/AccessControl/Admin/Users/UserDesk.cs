using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.SignIn;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.Users;

/// <summary>Finding, adding, editing and deleting users.</summary>
internal sealed class UserDesk(IMacsDatabase database, LabClock clock)
{
    private static readonly string[] Columns = ["first_name", "last_name", "role", "email"];

    public static Sorting SortingOf(Typed query) => Sorting.Of(query, Columns);

    /// <summary>Seed: filters First name, Last name, E-mail address.</summary>
    public Task<Page<UserRow>> ListAsync(Typed query)
    {
        var sorting = SortingOf(query);
        var number = Paging.Asked(query);
        var direction = sorting.Down ? "desc" : "asc";
        return database.RunAsync(session => Paging.Of(
            session.Query<UserRow>(
                $"""
                select * from users
                where lower(first_name) like @first escape '\' and lower(last_name) like @last escape '\' and email like @email escape '\'
                order by {sorting.Column} {direction}, id limit @most offset @from
                """,
                new
                {
                    first = Like.Containing(query["firstName"]),
                    last = Like.Containing(query["lastName"]),
                    email = Like.Containing(query["email"]),
                    most = Paging.Size + 1,
                    from = (number - 1) * Paging.Size,
                }),
            number));
    }

    public Task<UserRow?> FindAsync(string id) => database.RunAsync(session => UserTable.Find(session, id));

    /// <summary>False when the e-mail address is taken.</summary>
    public Task<bool> AddAsync(UserRow user, string password)
    {
        var made = user with { Id = Accounts.NewId(), PasswordHash = Passwords.Hash(password), CreatedAt = clock.GetUtcNow() };
        return database.RunAsync(session => UserTable.Add(session, made) == 1);
    }

    /// <summary>Consents for a user to both documents: a scenario's users have done that before it begins.</summary>
    public Task<bool> HasConsentedAsync(string email) => database.RunAsync(session =>
    {
        if (UserTable.ByEmail(session, email) is { } user)
        {
            Consents.Give(session, user.Id, clock.GetUtcNow());
        }

        return true;
    });

    /// <summary>Saves a user; a new role or password ends the user's sessions. What is wrong, by field; null when it is saved.</summary>
    public Task<(string Field, string Why)?> SaveAsync(UserRow user, string password)
    {
        var hash = password.Length > 0 ? Passwords.Hash(password) : null;
        return database.RunAsync<(string, string)?>(session =>
        {
            var admins = UserTable.Admins(session);
            if (UserTable.Find(session, user.Id) is not { } before)
            {
                return ("", "This user was deleted by somebody else.");
            }

            if (UserTable.ByEmail(session, user.Email) is { } other && other.Id != user.Id)
            {
                return ("email", $"{user.Email} belongs to another user already.");
            }

            if (before.UserRole == UserRole.Admin && user.UserRole != UserRole.Admin && admins == 1)
            {
                return ("role", "This is the only Admin; make another user an Admin first.");
            }

            UserTable.Change(session, user with { PasswordHash = hash ?? before.PasswordHash });
            if (hash is not null || before.UserRole != user.UserRole)
            {
                UserTable.EndSessions(session, user.Id);
            }

            return null;
        });
    }

    /// <summary>Deletes a user; why not, null when it is deleted.</summary>
    public Task<string?> DeleteAsync(string id, string by) => database.RunAsync(session =>
    {
        var admins = UserTable.Admins(session);
        if (UserTable.Find(session, id) is not { } user)
        {
            return "This user was deleted already.";
        }

        if (id == by)
        {
            return "You can't delete yourself; another Admin can.";
        }

        if (user.UserRole == UserRole.Admin && admins == 1)
        {
            return "This is the only Admin; make another user an Admin first.";
        }

        UserTable.Delete(session, id);
        return null;
    });
}

using PairingLab.AccessControl.Admin.SignIn;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin.Users;

/// <summary>Adds, edits and deletes users.</summary>
internal sealed class UserCommands(IMacsDatabase database, LabClock clock)
{
    /// <summary>Adds a user; false when the e-mail address is taken.</summary>
    public Task<bool> AddAsync(UserRow user, string password)
    {
        var made = user with { Id = Accounts.NewId(), PasswordHash = Passwords.Hash(password), CreatedAt = clock.GetUtcNow() };
        return database.RunAsync(session => UserTable.Add(session, made) == 1);
    }

    /// <summary>Accepts both documents for a user, so that the users of a scenario need not do it.</summary>
    public Task<bool> HasConsentedAsync(string email) => database.RunAsync(session =>
    {
        if (UserTable.ByEmail(session, email) is { } user)
        {
            Consents.Give(session, user.Id, clock.GetUtcNow());
        }

        return true;
    });

    /// <summary>
    /// Saves a user; a new role or password ends the user's sessions. Null on success, otherwise the field and its error.
    /// </summary>
    public Task<(string Field, string Why)?> SaveAsync(UserRow user, string password, string stamp = "")
    {
        var hash = password.Length > 0 ? Passwords.Hash(password) : null;
        return database.RunAsync<(string, string)?>(session =>
        {
            var admins = UserTable.Admins(session);
            if (UserTable.Find(session, user.Id) is not { } before)
            {
                return ("", "This user was deleted by somebody else.");
            }

            if (stamp.Length > 0 && Stamp.Of(before) != stamp)
            {
                return ("", "Not saved: somebody else changed this user while you were editing it. What you typed is still here. "
                    + "Save again to put yours over it, or open the user anew to see theirs.");
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

    /// <summary>Deletes a user; null on success, otherwise the reason.</summary>
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

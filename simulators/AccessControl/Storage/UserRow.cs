using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Storage;

/// <summary>A user of the admin panel.</summary>
public sealed record UserRow
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>E-mail address, in small letters; with it a user signs in, and it is the userId that operations and rules show.</summary>
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

    /// <summary>Until when nobody can sign in; null when it was never locked.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The role.</summary>
    public UserRole UserRole => Enum.Parse<UserRole>(Role);

    /// <summary>First and last name.</summary>
    public string FullName => $"{FirstName} {LastName}";

    /// <summary>A user never shows the hash.</summary>
    public override string ToString() => $"{Email} ({Role})";
}

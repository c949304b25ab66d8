namespace PairingLab.AccessControl.Services;

/// <summary>Roles of the admin panel.</summary>
public enum UserRole
{
    /// <summary>Admin.</summary>
    Admin,

    /// <summary>User.</summary>
    User,

    /// <summary>Service Provider.</summary>
    ServiceProvider,

    /// <summary>Issuer.</summary>
    Issuer,

    /// <summary>Call Center.</summary>
    CallCenter,
}

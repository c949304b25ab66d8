using PairingLab.Drivers.Browser.Admin;

namespace PairingLab.Features.AccessControl.AdminPanel;

/// <summary>Somebody with an account of the admin panel, and that person's browser.</summary>
/// <param name="Name">First name, as the scenario says it.</param>
/// <param name="Page">The page.</param>
public sealed record AdminPerson(string Name, AdminPage Page)
{
    /// <summary>With it that person signs in.</summary>
    public string Email => $"{Name.ToLowerInvariant()}@macs.example";
}

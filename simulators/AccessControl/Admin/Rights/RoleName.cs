using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Admin.Rights;

/// <summary>Roles as the seed writes them.</summary>
public static class RoleName
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<UserRole>().Select(Of)];

    /// <summary>"Service Provider".</summary>
    public static string Of(UserRole role) => role switch
    {
        UserRole.ServiceProvider => "Service Provider",
        UserRole.CallCenter => "Call Center",
        _ => role.ToString(),
    };

    /// <summary>The role of that name; null when there is none.</summary>
    public static UserRole? Find(string name) => Enum.GetValues<UserRole>().Where(r => Of(r) == name).Select(r => (UserRole?)r).FirstOrDefault();
}

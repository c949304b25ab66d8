using System.Collections.Frozen;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Admin.Rights;

/// <summary>Roles as the Access Control description writes them.</summary>
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
    public static UserRole? Find(string name) =>
        Enum.GetValues<UserRole>().Where(r => Of(r) == name).Select(r => (UserRole?)r).FirstOrDefault();
}

/// <summary>
/// Role × action. Access Control description: reversal is for Admin and Service Provider, Terms &amp; Conditions are managed by Admin and
/// User, "administrators" manage enrollments. Where it is silent, the least that lets a role do its work. ROLES.md beside this file has
/// the same table for readers.
/// </summary>
public static class RoleRights
{
    private static readonly FrozenDictionary<UserRole, FrozenSet<AdminAction>> Table = new Dictionary<UserRole, FrozenSet<AdminAction>>
    {
        [UserRole.Admin] = Enum.GetValues<AdminAction>().ToFrozenSet(),
        [UserRole.User] = Enum.GetValues<AdminAction>()
            .Except([AdminAction.SeeUsers, AdminAction.ManageUsers, AdminAction.ManageTables, AdminAction.ReverseOperation,
                AdminAction.ManageCards]).ToFrozenSet(),
        [UserRole.ServiceProvider] = Of(
            AdminAction.SeeOperations, AdminAction.ReverseOperation, AdminAction.ExportOperations, AdminAction.SeeTerms,
            AdminAction.SeeLocations,
            AdminAction.ManageTerminals, AdminAction.GetPairingCode),
        [UserRole.Issuer] = Of(
            AdminAction.SeeRules, AdminAction.SeeOperations, AdminAction.ShowRule, AdminAction.ShowTransactions,
            AdminAction.ExportOperations,
            AdminAction.SeeCards, AdminAction.ExportCards, AdminAction.SeeTerms),
        [UserRole.CallCenter] = Of(
            AdminAction.SeeOperations, AdminAction.ShowRule, AdminAction.ShowTransactions, AdminAction.SeeCards, AdminAction.SeeTerms),
    }.ToFrozenDictionary();

    /// <summary>Whether a role may do it.</summary>
    public static bool May(UserRole role, AdminAction action) => Table[role].Contains(action);

    /// <summary>These must consent to both documents at their first sign-in.</summary>
    public static bool MustConsent(UserRole role) => role is UserRole.Issuer or UserRole.ServiceProvider or UserRole.CallCenter;

    private static FrozenSet<AdminAction> Of(params AdminAction[] actions) => actions.ToFrozenSet();
}

using System.Collections.Frozen;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Admin.Rights;

/// <summary>
/// Role × action. Seed: reversal is for Admin and Service Provider, Terms &amp; Conditions are managed by Admin and User. Where it is
/// silent, the least that lets a role do its work. ROLES.md beside this file has the same table for readers.
/// </summary>
public static class RoleRights
{
    private static readonly FrozenDictionary<UserRole, FrozenSet<AdminAction>> Table = new Dictionary<UserRole, FrozenSet<AdminAction>>
    {
        [UserRole.Admin] = Enum.GetValues<AdminAction>().ToFrozenSet(),
        [UserRole.User] = Enum.GetValues<AdminAction>()
            .Except([AdminAction.SeeUsers, AdminAction.ManageUsers, AdminAction.ReverseOperation]).ToFrozenSet(),
        [UserRole.ServiceProvider] = Of(
            AdminAction.SeeOperations, AdminAction.ReverseOperation, AdminAction.ExportOperations, AdminAction.SeeTerms, AdminAction.SeeLocations,
            AdminAction.ManageTerminals, AdminAction.GetPairingCode),
        [UserRole.Issuer] = Of(
            AdminAction.SeeRules, AdminAction.SeeOperations, AdminAction.ShowRule, AdminAction.ShowTransactions, AdminAction.ExportOperations,
            AdminAction.SeeCards, AdminAction.ExportCards, AdminAction.SeeTerms),
        [UserRole.CallCenter] = Of(
            AdminAction.SeeOperations, AdminAction.ShowRule, AdminAction.ShowTransactions, AdminAction.SeeCards, AdminAction.SeeTerms),
    }.ToFrozenDictionary();

    /// <summary>Whether a role may do it.</summary>
    public static bool May(UserRole role, AdminAction action) => Table[role].Contains(action);

    /// <summary>Seed: these must consent to both documents at their first sign-in.</summary>
    public static bool MustConsent(UserRole role) => role is UserRole.Issuer or UserRole.ServiceProvider or UserRole.CallCenter;

    private static FrozenSet<AdminAction> Of(params AdminAction[] actions) => actions.ToFrozenSet();
}

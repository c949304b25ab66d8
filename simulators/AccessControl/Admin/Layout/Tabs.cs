using PairingLab.AccessControl.Admin.Rights;

namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>The tabs, in the order of the Access Control description.</summary>
internal static class Tabs
{
    public const string Users = "Users";
    public const string Rules = "Rules";
    public const string Operations = "Operations";
    public const string Cards = "Enrolled cards";
    public const string Terms = "Terms & Conditions";
    public const string Locations = "Locations";

    public static IReadOnlyList<(string Name, string Address, AdminAction Action)> All { get; } =
    [
        (Users, "/admin/users", AdminAction.SeeUsers), (Rules, "/admin/rules", AdminAction.SeeRules),
        (Operations, "/admin/operations", AdminAction.SeeOperations), (Cards, "/admin/cards", AdminAction.SeeCards),
        (Terms, "/admin/terms", AdminAction.SeeTerms), (Locations, "/admin/locations", AdminAction.SeeLocations),
    ];
}

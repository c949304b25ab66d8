using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>What every part of a page may ask: who looks at it, from where, under which name.</summary>
/// <param name="Title">The page's title.</param>
/// <param name="Tab">The tab it belongs to; empty for none.</param>
/// <param name="User">Who is signed in; null for nobody.</param>
/// <param name="Token">What a form must send along (antiforgery).</param>
/// <param name="Address">The address.</param>
/// <param name="Branding">Name, logo and colours.</param>
/// <param name="Notice">What has just been done; null for nothing.</param>
/// <param name="Now">Lab time.</param>
public sealed record View(string Title, string Tab, UserRow? User, string Token, Address Address, Branding Branding, string? Notice, DateTimeOffset Now)
{
    /// <summary>Whether the user may do it.</summary>
    public bool May(AdminAction action) => User is not null && RoleRights.May(User.UserRole, action);
}

namespace PairingLab.Sci.Core;

/// <summary>A bank or acquirer that terminals belong to, with an SCI API of its own. The lab's choice: four, one of each kind that matters.</summary>
/// <param name="Id">Its name on the bench.</param>
/// <param name="IsLive">Whether real money moves there.</param>
/// <param name="IsAuthorised">Whether the lab's API keys may pair with its terminals at all.</param>
public sealed record Tenant(string Id, bool IsLive, bool IsAuthorised)
{
    /// <summary>All tenants; a terminal belongs to the first one when nothing is said.</summary>
    public static readonly IReadOnlyList<Tenant> All =
    [
        new("tenant-1", IsLive: false, IsAuthorised: true),
        new("tenant-2", IsLive: false, IsAuthorised: true),
        new("tenant-live", IsLive: true, IsAuthorised: true),
        new("tenant-foreign", IsLive: false, IsAuthorised: false),
    ];

    /// <summary>The tenant of that id; null when there is none.</summary>
    public static Tenant? Find(string id) => All.FirstOrDefault(t => t.Id == id);
}

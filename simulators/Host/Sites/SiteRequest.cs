using System.Text.Json.Serialization;

namespace PairingLab.Host.Sites;

/// <summary>Body of <c>POST /lab/sites</c>; what is left out is as at the lab itself.</summary>
/// <param name="Clock">real or stepped.</param>
/// <param name="Seed">Where codes come from; without it nobody can guess them.</param>
/// <param name="Systems">The systems that it has.</param>
/// <param name="Settings">Settings by system and name, as a bench file has them.</param>
/// <param name="Devices">The devices that it starts with.</param>
/// <param name="Idle">How long it may be without a request before it ends by itself.</param>
public sealed record SiteRequest(
    string? Clock = null,
    int? Seed = null,
    IReadOnlyList<string>? Systems = null,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Settings = null,
    IReadOnlyList<DeviceSpec>? Devices = null,
    TimeSpan? Idle = null);

/// <summary>Body of <c>POST /lab/sites/{id}/snapshots</c>.</summary>
/// <param name="Name">The snapshot's name; one of that name is replaced.</param>
public sealed record SnapshotRequest([property: JsonRequired] string Name);

/// <summary>A site, as the lab shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Address">Where its /lab is.</param>
/// <param name="Clock">real or stepped.</param>
/// <param name="Seed">Where its codes come from; null when nobody can guess them.</param>
/// <param name="Idle">How long it may be without a request.</param>
/// <param name="Snapshots">The snapshots that it can go back to.</param>
public sealed record SiteListing(string Id, string Address, string Clock, int? Seed, TimeSpan Idle, IReadOnlyList<string> Snapshots);

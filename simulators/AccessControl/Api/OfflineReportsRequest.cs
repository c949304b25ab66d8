using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Api;

/// <summary>Body of <c>POST /pos/offline_reports</c>.</summary>
public sealed record OfflineReportsRequest(IReadOnlyList<OfflineEntry>? Entries);

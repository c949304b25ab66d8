using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Api;

/// <summary>Its answer, an entry each.</summary>
public sealed record OfflineReportsResponse(IReadOnlyList<ReportedEntry> Entries);

using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Api;

/// <summary>Answer of <c>GET /pos/fallback_bin_ranges</c>.</summary>
public sealed record BinRangesResponse(DateTimeOffset GeneratedAt, IReadOnlyList<BinRange> Ranges);

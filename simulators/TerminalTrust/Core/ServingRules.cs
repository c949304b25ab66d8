using System.Collections.Immutable;

namespace PairingLab.TerminalTrust.Core;

/// <summary>When master serves a paired terminal.</summary>
/// <param name="ExchangeRate">Units of cash for one coin; null when there is no rate.</param>
/// <param name="IpWhitelist">The addresses that terminals may come from; empty for all.</param>
/// <param name="Hours">Opening hours; null for always.</param>
public sealed record ServingRules(decimal? ExchangeRate, ImmutableList<string> IpWhitelist, OpeningHours? Hours)
{
    /// <summary>The rules of a new server: everything is served.</summary>
    public static readonly ServingRules New = new(50_000, [], null);

    /// <summary>Why a terminal is not served; null when it is.</summary>
    public RejectionReason? WhyNot(string address, DateTimeOffset now) =>
        !IpWhitelist.IsEmpty && !IpWhitelist.Contains(address) ? RejectionReason.IpWhitelist
        : Hours?.AreOpen(now) == false ? RejectionReason.OutsideOpeningHours
        : ExchangeRate is null ? RejectionReason.NoExchangeRate
        : null;
}

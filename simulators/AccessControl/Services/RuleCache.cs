using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Services;

/// <summary>The rules as one version of the database has them.</summary>
/// <param name="Version">Changes with every change of a rule, location, issuer, rate or suspended card.</param>
/// <param name="Rules">The rules.</param>
/// <param name="CurrencyOf">Three-letter codes by the numeric ones that MRS uses.</param>
/// <param name="Suspended">The hashes of the cards whose enrollment is suspended.</param>
public sealed record RuleSnapshot(long Version, RuleBook Rules, IReadOnlyDictionary<string, string> CurrencyOf,
    IReadOnlySet<string> Suspended);

/// <summary>Keeps the latest snapshot, and reads it again when any process has changed a rule.</summary>
public sealed class RuleCache
{
    private volatile RuleSnapshot? latest;

    /// <summary>The snapshot of the current version.</summary>
    public RuleSnapshot Current(MacsSession session)
    {
        var version = Versions.Of(session, Versions.Rules);
        if (latest is { } snapshot && snapshot.Version == version)
        {
            return snapshot;
        }

        return latest = Read(session, version);
    }

    private static RuleSnapshot Read(MacsSession session, long version)
    {
        var rates = session.Query<RateRow>("select * from currency_rates");
        var locations = session.Query<LocationRow>("select * from locations");
        return new(
            version,
            new(
                Rulesets.All(session).Select(r => r.Ruleset),
                session.Query<IssuerRow>("select * from issuer_ranges").Select(i => i.ToRange()),
                locations.Select(l => new Location(l.Id, l.Country, Enum.Parse<Service>(l.Service), (int?)l.CooldownMinutes)),
                rates.ToDictionary(r => r.Currency, r => r.Value, StringComparer.Ordinal)),
            rates.ToDictionary(r => r.NumericCode, r => r.Currency, StringComparer.Ordinal),
            Cards.Suspended(session).ToHashSet(StringComparer.Ordinal));
    }
}

using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Services;

/// <summary>The engine's rule book, read again whenever any process has changed a rule.</summary>
public sealed class Books
{
    private volatile Book? latest;

    /// <summary>The book as the database has it now.</summary>
    public Book Current(MacsSession session)
    {
        var version = Facts.Version(session, Facts.Rules);
        if (latest is { } book && book.Version == version)
        {
            return book;
        }

        return latest = Read(session, version);
    }

    private static Book Read(MacsSession session, long version)
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
            rates.ToDictionary(r => r.NumericCode, r => r.Currency, StringComparer.Ordinal));
    }
}

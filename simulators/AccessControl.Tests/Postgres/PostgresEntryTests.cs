using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Postgres;

/// <summary>Check, confirm, reverse on PostgreSQL.</summary>
[Collection("postgres")]
public sealed class PostgresEntryTests(PostgresServer server) : EntryTests
{
    private protected override IMacsDatabase Open() => server.Open();
}

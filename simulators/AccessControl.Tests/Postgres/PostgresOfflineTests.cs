using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Postgres;

/// <summary>Offline lists and reports on PostgreSQL.</summary>
[Collection("postgres")]
public sealed class PostgresOfflineTests(PostgresServer server) : OfflineTests
{
    private protected override IMacsDatabase Open() => server.Open();
}

using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Postgres;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>The same on PostgreSQL.</summary>
[Collection("postgres")]
public sealed class PostgresTotalsTests(PostgresServer server) : TotalsTests
{
    private protected override IMacsDatabase Open() => server.Open();
}

using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Postgres;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>The same on PostgreSQL.</summary>
[Collection("postgres")]
public sealed class PostgresAccountTests(PostgresServer server) : AccountTests
{
    private protected override IMacsDatabase Open() => server.Open();
}

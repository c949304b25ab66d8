using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Postgres;

/// <summary>The gate of the device API on PostgreSQL.</summary>
[Collection("postgres")]
public sealed class PostgresTokenTests(PostgresServer server) : TokenTests
{
    private protected override IMacsDatabase Open() => server.Open();
}

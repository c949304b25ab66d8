using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Postgres;

/// <summary>Pairing on PostgreSQL.</summary>
[Collection("postgres")]
public sealed class PostgresPairingTests(PostgresServer server) : PairingTests
{
    private protected override IMacsDatabase Open() => server.Open();
}

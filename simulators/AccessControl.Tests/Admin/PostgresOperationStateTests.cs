using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Postgres;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>The same on PostgreSQL.</summary>
[Collection("postgres")]
public sealed class PostgresOperationStateTests(PostgresServer server) : OperationStateTests
{
    private protected override IMacsDatabase Open() => server.Open();
}

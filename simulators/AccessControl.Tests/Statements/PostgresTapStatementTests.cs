using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Postgres;

namespace PairingLab.AccessControl.Tests.Statements;

/// <summary>On PostgreSQL.</summary>
[Collection("postgres")]
public sealed class PostgresTapStatementTests(PostgresServer server) : TapStatementTests
{
    private protected override IMacsDatabase Open() => server.Open();
}

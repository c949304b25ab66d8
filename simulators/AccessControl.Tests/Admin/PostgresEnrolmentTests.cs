using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Postgres;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>The same on PostgreSQL.</summary>
[Collection("postgres")]
public sealed class PostgresEnrolmentTests(PostgresServer server) : EnrolmentTests
{
    private protected override IMacsDatabase Open() => server.Open();
}

using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>The same on SQLite.</summary>
public sealed class SqliteEnrolmentTests : EnrolmentTests
{
    private protected override IMacsDatabase Open() => SqliteDatabase.Open(null);
}

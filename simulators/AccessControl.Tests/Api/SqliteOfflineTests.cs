using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>The same on SQLite.</summary>
public sealed class SqliteOfflineTests : OfflineTests
{
    private protected override IMacsDatabase Open() => SqliteDatabase.Open(null);
}

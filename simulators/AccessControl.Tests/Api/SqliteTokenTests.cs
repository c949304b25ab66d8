using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>The same on SQLite.</summary>
public sealed class SqliteTokenTests : TokenTests
{
    private protected override IMacsDatabase Open() => SqliteDatabase.Open(null);
}

using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>The same on SQLite.</summary>
public sealed class SqliteOperationStateTests : OperationStateTests
{
    private protected override IMacsDatabase Open() => SqliteDatabase.Open(null);
}

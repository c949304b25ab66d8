using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Statements;

/// <summary>On SQLite.</summary>
public sealed class SqliteTapStatementTests : TapStatementTests
{
    private protected override IMacsDatabase Open() => SqliteDatabase.Open(null);
}

namespace PairingLab.AccessControl.Storage;

/// <summary>A transaction that waits its turn.</summary>
internal sealed class SqliteWork(Action<MacsSession> run, Action<Exception?> settle)
{
    public void Run(MacsSession session) => run(session);

    public void Settle(Exception? trouble) => settle(trouble);
}

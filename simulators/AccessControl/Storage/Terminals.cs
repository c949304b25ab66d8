namespace PairingLab.AccessControl.Storage;

/// <summary>The table of terminals.</summary>
internal static class Terminals
{
    public static TerminalRow? Find(MacsSession session, string serial, bool forUpdate = false) =>
        session.Find<TerminalRow>("select * from terminals where serial = @serial" + (forUpdate ? session.ForUpdate : ""), new { serial });

    /// <summary>The terminal that a request comes from. What an unpaired terminal asks for is not done, however lately it was unpaired.</summary>
    /// <exception cref="NotPairedException">It is not paired with that key any more.</exception>
    public static TerminalRow Asking(MacsSession session, PairedTerminal terminal)
    {
        using var found = session.Statement("select location_id from terminals where serial = $1 and public_key = $2").With(terminal.Serial).With(terminal.PublicKey);
        return found.Next() ? new() { Serial = terminal.Serial, LocationId = found.Text(0) } : throw new NotPairedException(terminal.Serial);
    }

    public static List<TerminalRow> All(MacsSession session) => session.Query<TerminalRow>("select * from terminals order by serial");

    public static void Add(MacsSession session, string serial, string? locationId) =>
        session.Execute("insert into terminals (serial, location_id) values (@serial, @locationId)", new { serial, locationId });

    public static int Remove(MacsSession session, string serial) => session.Execute("delete from terminals where serial = @serial", new { serial });

    public static void GiveCode(MacsSession session, string serial, string codeHash, DateTimeOffset until) =>
        session.Execute("update terminals set code_hash = @codeHash, code_until = @until where serial = @serial", new { serial, codeHash, until });

    public static void Pair(MacsSession session, string serial, string publicKey, DateTimeOffset at) => session.Execute(
        "update terminals set public_key = @publicKey, paired_at = @at, code_hash = null, code_until = null where serial = @serial",
        new { serial, publicKey, at });

    public static int Unpair(MacsSession session, string serial) =>
        session.Execute("update terminals set public_key = null, paired_at = null where serial = @serial and public_key is not null", new { serial });
}

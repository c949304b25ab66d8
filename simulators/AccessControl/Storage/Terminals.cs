namespace PairingLab.AccessControl.Storage;

/// <summary>A terminal: paired when it has a public key.</summary>
public sealed record TerminalRow
{
    /// <summary>Its serial number.</summary>
    public string Serial { get; init; } = "";

    /// <summary>Its location; null when it has none.</summary>
    public string? LocationId { get; init; }

    /// <summary>Base64 of its RSA public key; null when it is not paired.</summary>
    public string? PublicKey { get; init; }

    /// <summary>When it was paired.</summary>
    public DateTimeOffset? PairedAt { get; init; }

    /// <summary>Keyed hash of its pairing code; null without a code.</summary>
    public string? CodeHash { get; init; }

    /// <summary>Until when the code can be used.</summary>
    public DateTimeOffset? CodeUntil { get; init; }

    /// <summary>PAIRED or NOT PAIRED, as the terminal list shows it.</summary>
    public string Status => PublicKey is null ? "NOT PAIRED" : "PAIRED";
}

/// <summary>A terminal whose request is signed with the key that it was paired with when the pairing was last read.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="PublicKey">Base64 of the key.</param>
public sealed record PairedTerminal(string Serial, string PublicKey);

/// <summary>The terminal is no longer paired with this key, so its request is refused.</summary>
public sealed class NotPairedException(string serial) : Exception($"{serial} is not paired with this key");

/// <summary>The table of terminals.</summary>
internal static class Terminals
{
    public static TerminalRow? Find(MacsSession session, string serial, bool forUpdate = false) =>
        session.Find<TerminalRow>("select * from terminals where serial = @serial" + (forUpdate ? session.ForUpdate : ""), new { serial });

    /// <summary>
    /// The terminal of a request, checked in the transaction that does the work: an unpaired terminal is refused at once.
    /// </summary>
    /// <exception cref="NotPairedException">The terminal is no longer paired with this key.</exception>
    public static TerminalRow RequirePaired(MacsSession session, PairedTerminal terminal)
    {
        using var found = session.Statement("select location_id from terminals where serial = $1 and public_key = $2").With(terminal.Serial)
            .With(terminal.PublicKey);
        return found.Next() ? new() { Serial = terminal.Serial, LocationId = found.Text(0) }
            : throw new NotPairedException(terminal.Serial);
    }

    public static List<TerminalRow> All(MacsSession session) => session.Query<TerminalRow>("select * from terminals order by serial");

    public static void Add(MacsSession session, string serial, string? locationId) =>
        session.Execute("insert into terminals (serial, location_id) values (@serial, @locationId)", new { serial, locationId });

    public static int Remove(MacsSession session, string serial) =>
        session.Execute("delete from terminals where serial = @serial", new { serial });

    public static void GiveCode(MacsSession session, string serial, string codeHash, DateTimeOffset until) =>
        session.Execute("update terminals set code_hash = @codeHash, code_until = @until where serial = @serial",
            new { serial, codeHash, until });

    public static void Pair(MacsSession session, string serial, string publicKey, DateTimeOffset at) => session.Execute(
        "update terminals set public_key = @publicKey, paired_at = @at, code_hash = null, code_until = null where serial = @serial",
        new { serial, publicKey, at });

    public static int Unpair(MacsSession session, string serial) =>
        session.Execute("update terminals set public_key = null, paired_at = null where serial = @serial and public_key is not null",
            new { serial });
}

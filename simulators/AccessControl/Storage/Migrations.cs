using System.Globalization;

namespace PairingLab.AccessControl.Storage;

/// <summary>Brings a database up to date: the plain SQL files of the folder Migrations, in the order of their names, each once.</summary>
internal static class Migrations
{
    /// <summary>Any number that all processes of MACS share.</summary>
    private const long LockNumber = 0x4D414353;

    public static int Apply(MacsSession session, bool isPostgres)
    {
        if (isPostgres)
        {
            // Two processes that start at once would both make the tables.
            session.Execute("select pg_advisory_xact_lock(@LockNumber)", new { LockNumber });
        }

        session.Execute("create table if not exists migrations (name text primary key)");
        var done = session.Query<string>("select name from migrations").ToHashSet(StringComparer.Ordinal);
        var assembly = typeof(Migrations).Assembly;
        var fresh = assembly.GetManifestResourceNames()
            .Where(n => n.EndsWith(".sql", StringComparison.Ordinal) && !done.Contains(n)).Order(StringComparer.Ordinal).ToList();
        foreach (var name in fresh)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            session.Execute(reader.ReadToEnd());
            session.Execute("insert into migrations (name) values (@name)", new { name });
        }

        if (fresh.Count > 0)
        {
            session.Execute("insert into facts (name, value) values ('rules', @zero), ('whitelist', @zero) on conflict (name) do nothing", new { zero = 0.ToString(CultureInfo.InvariantCulture) });
        }

        return fresh.Count;
    }
}

using System.Globalization;
using PairingLab.Kernel.Store;

namespace PairingLab.AccessControl.Storage;

/// <summary>Updates a database: runs each SQL file of the folder Migrations once, in the order of their names.</summary>
internal static class Migrations
{
    /// <summary>An arbitrary number that all processes of MACS share.</summary>
    private const long LockNumber = 0x4D414353;

    public static int Apply(MacsSession session, bool isPostgres)
    {
        if (isPostgres)
        {
            // Otherwise two processes that start at the same time would both create the tables.
            session.Execute("select pg_advisory_xact_lock(@LockNumber)", new { LockNumber });
        }

        session.Execute("create table if not exists migrations (name text primary key)");
        var done = session.Query<string>("select name from migrations").ToHashSet(StringComparer.Ordinal);
        var assembly = typeof(Migrations).Assembly;
        var known = assembly.GetManifestResourceNames().ToHashSet(StringComparer.Ordinal);
        if (done.Where(n => !known.Contains(n)).Order(StringComparer.Ordinal).FirstOrDefault() is { } newer)
        {
            throw new StoreException(
                $"the database was written by a newer version of this program (it has the migration '{newer}', which this one does not "
                + "know); start that version, or give the lab another database");
        }

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
            session.Execute("insert into facts (name, value) values ('rules', @zero), ('whitelist', @zero) on conflict (name) do nothing",
                new { zero = 0.ToString(CultureInfo.InvariantCulture) });
        }

        return fresh.Count;
    }
}

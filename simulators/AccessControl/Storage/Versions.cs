using System.Globalization;
using System.Security.Cryptography;

namespace PairingLab.AccessControl.Storage;

/// <summary>
/// Versions of the rules and the whitelist: they change with every edit, so that each process sees when its copy is outdated.
/// </summary>
internal static class Versions
{
    public const string Rules = "rules";

    public const string Whitelist = "whitelist";

    public static long Of(MacsSession session, string name)
    {
        using var found = session.Statement("select value from facts where name = $1").With(name);
        return found.Next() ? long.Parse(found.Text(0)!, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Agrees on a value among all processes: the first one to give a value decides.</summary>
    public static string Agree(MacsSession session, string name, string value)
    {
        session.Execute("insert into facts (name, value) values (@name, @value) on conflict (name) do nothing", new { name, value });
        return session.Find<string>("select value from facts where name = @name", new { name })!;
    }

    public static void Change(MacsSession session, string name)
    {
        // Random, not counted: a version read in a transaction that is rolled back must not be the version of a later write.
        var value = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
        session.Execute("update facts set value = @value where name = @name", new { name, value });
    }
}

using System.Globalization;
using System.Security.Cryptography;

namespace PairingLab.AccessControl.Storage;

/// <summary>Small facts by name; "rules" and "whitelist" have a version that changes with them, so that every process sees that its copy is old.</summary>
internal static class Facts
{
    public const string Rules = "rules";

    public const string Whitelist = "whitelist";

    public static long Version(MacsSession session, string name)
    {
        using var found = session.Statement("select value from facts where name = $1").With(name);
        return found.Next() ? long.Parse(found.Text(0)!, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Settles a fact, once for all processes: the value that the first one gave.</summary>
    public static string Agree(MacsSession session, string name, string value)
    {
        session.Execute("insert into facts (name, value) values (@name, @value) on conflict (name) do nothing", new { name, value });
        return session.Find<string>("select value from facts where name = @name", new { name })!;
    }

    public static void Change(MacsSession session, string name)
    {
        // Drawn, not counted: what was read in a transaction that is rolled back must not have the version of what a later one writes.
        var value = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
        session.Execute("update facts set value = @value where name = @name", new { name, value });
    }
}

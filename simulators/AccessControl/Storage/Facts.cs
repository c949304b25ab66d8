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

    public static void Change(MacsSession session, string name)
    {
        // Drawn, not counted: what was read in a transaction that is rolled back must not have the version of what a later one writes.
        var value = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
        session.Execute("update facts set value = @value where name = @name", new { name, value });
    }
}

using System.Globalization;

namespace PairingLab.AccessControl.Storage;

/// <summary>Small facts by name; "rules" and "whitelist" count their changes, so that every process sees that its copy is old.</summary>
internal static class Facts
{
    public const string Rules = "rules";

    public const string Whitelist = "whitelist";

    public static long Version(MacsSession session, string name) =>
        long.Parse(session.Find<string>("select value from facts where name = @name", new { name }) ?? "0", CultureInfo.InvariantCulture);

    public static void Raise(MacsSession session, string name)
    {
        // The row is held first: two changes at once must give two numbers.
        session.Query<string>("select value from facts where name = @name" + session.ForUpdate, new { name });
        session.Execute("update facts set value = @value where name = @name", new { name, value = (Version(session, name) + 1).ToString(CultureInfo.InvariantCulture) });
    }
}

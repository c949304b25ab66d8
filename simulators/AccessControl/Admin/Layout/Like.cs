namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>Patterns of SQL, with \ before what would mean more than itself.</summary>
internal static class Like
{
    public static string Containing(string typed) => $"%{Plain(typed)}%";

    private static string Plain(string typed) => typed.ToLowerInvariant()
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

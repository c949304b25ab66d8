namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>A page of a list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Number">Which page, from 1.</param>
/// <param name="HasMore">Whether another one follows.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, bool HasMore);

/// <summary>Pages by number, for lists of some thousands.</summary>
public static class Paging
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    private const int MostPages = 99_999;

    /// <summary>The page number in the address; another one than there can be is an error.</summary>
    public static int Asked(FormValues query) => query.Number("page", "page", 1, MostPages) ?? 1;

    /// <summary>A page from its rows and one more, which tells whether another page follows.</summary>
    public static Page<T> Of<T>(List<T> rows, int number) =>
        new(rows.Count > Size ? rows.GetRange(0, Size) : rows, number, rows.Count > Size);
}

/// <summary>How a list is sorted.</summary>
/// <param name="Column">By which column.</param>
/// <param name="Down">Whether the order is descending.</param>
public sealed record Sorting(string Column, bool Down)
{
    /// <summary>The order in the address; without one, by the first column. A column that there is not is an error.</summary>
    public static Sorting Of(FormValues query, params string[] columns)
    {
        query.OneOf("down", "order", ["1"]);
        return query.OneOf("sort", "column to sort by", columns) is { Length: > 0 } column ? new(column, query.Has("down"))
            : new(columns[0], false);
    }
}

/// <summary>LIKE patterns of SQL, with wildcards escaped by \.</summary>
internal static class Like
{
    public static string Containing(string typed) => $"%{Plain(typed)}%";

    private static string Plain(string typed) => typed.ToLowerInvariant()
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}

using System.Globalization;

namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>Pages by number, for lists of some thousands.</summary>
public static class Paging
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 50;

    /// <summary>The page that the address asks for.</summary>
    public static int Asked(Typed query) => int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 100_000 ? n : 1;

    /// <summary>A page from one row more than it shows.</summary>
    public static Page<T> Of<T>(List<T> rows, int number) => new(rows.Count > Size ? rows.GetRange(0, Size) : rows, number, rows.Count > Size);
}

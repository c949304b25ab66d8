namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>How a list is sorted.</summary>
/// <param name="Column">By which column.</param>
/// <param name="Down">From the last to the first.</param>
public sealed record Sorting(string Column, bool Down)
{
    /// <summary>As the address asks, by the first column when it asks for none or an unknown one.</summary>
    public static Sorting Of(Typed query, params string[] columns) =>
        columns.Contains(query["sort"]) ? new(query["sort"], query.Has("down")) : new(columns[0], false);
}

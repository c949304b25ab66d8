namespace PairingLab.AccessControl.Admin.Reports;

/// <summary>A spreadsheet takes a cell that begins with one of these for a formula and runs it (CSV injection).</summary>
internal static class Formulas
{
    private const string Beginnings = "=+-@\t\r\n";

    /// <summary>The text with an apostrophe before it where it would be a formula.</summary>
    public static string Defuse(string text) => text.Length > 0 && Beginnings.Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text;
}

using System.Globalization;

namespace PairingLab.AccessControl.Admin.Reports;

/// <summary>Values as a report writes them, the same in every country.</summary>
internal static class Cell
{
    public static string Of(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    public static string Of(long number) => number.ToString(CultureInfo.InvariantCulture);
}

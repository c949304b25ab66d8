using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>
/// The filters of the list of operations, from its address. An invalid field is an error: nothing is listed or exported then.
/// </summary>
internal sealed record OperationFilter(
    string Country, string Bin, string LastFour, DateTimeOffset? From, DateTimeOffset? Until, string Service, string Status, string Type,
    Sorting Sorting)
{
    public static readonly string[] Statuses =
        [OperationStatus.Created, OperationStatus.Completed, OperationStatus.Rejected, OperationStatus.Reversed, OperationStatus.Expired];

    public static readonly string[] Types = [OperationType.Online, OperationType.OfflineBin, OperationType.OfflineWhitelist];

    public static OperationFilter Of(FormValues query) => new(
        CountryCode.Asked(query),
        Checked(query, "bin", IsDigits(query["bin"], 6), "BIN must be the first six digits of a card number."),
        Checked(query, "last4", IsDigits(query["last4"], 4), "Last 4 digits must be four digits."),
        query.Moment("from", "Date from"),
        query.Moment("until", "Date until"),
        query.OneOf("service", "service", Enum.GetNames<Service>()),
        query.OneOf("status", "status", Statuses),
        query.OneOf("type", "type", Types),
        query.Has("sort") ? Sorting.Of(query, "date", "country", "pan", "service", "status", "type") : new("date", true));

    public static bool IsDigits(string text, int count) => text.Length == count && text.All(char.IsAsciiDigit);

    private static string Checked(FormValues query, string name, bool isRight, string why)
    {
        if (query[name].Length > 0 && !isRight)
        {
            query.Fail(name, why);
        }

        return isRight ? query[name] : "";
    }
}

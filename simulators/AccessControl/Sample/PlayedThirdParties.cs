using System.Globalization;
using System.Text.Json;
using System.Web;
using Bogus;
using PairingLab.Kernel.Panels;

namespace PairingLab.AccessControl.Sample;

/// <summary>
/// The acquirer's ASI and MRS of a hosted lab: every card is good, and has been used in shops, at random but always the same.
/// </summary>
internal static class PlayedThirdParties
{
    private const int PageSize = 25;
    private const int DaysAQuery = 90;

    /// <summary>On about every third day a cardholder buys something.</summary>
    private const float BuysOnADay = 0.35f;

    private static readonly string[] Mccs = ["5411", "5812", "5541", "4511", "5999"];

    /// <summary>Numbers of EUR, of which there are most, USD, PLN and GBP.</summary>
    private static readonly string[] Currencies = ["978", "978", "978", "840", "985", "826"];

    /// <summary>Both, as the lab plays them.</summary>
    public static IReadOnlyList<ThirdParty> All { get; } =
    [
        new("acquirer", "Acquirer (ASI)", "asiAddress", "/asi", "/asi/",
        [
            new("approves every card (00)", _ => Status("00")),
            new("declines every card (05)", _ => Status("05")),
            new("finds too little money (51)", _ => Status("51")),
        ]),
        new("mrs", "MRS", "mrsAddress", "", "/loyalty/mrs/",
        [
            new("cardholders have spent", r => Mrs(r, BuysOnADay)),
            new("cardholders have spent nothing", r => Mrs(r, 0)),
            new("has no accounts any more", r => IsAccount(r) ? Error("NOT_FOUND", "There is no such account", 404) : Mrs(r, 0)),
        ]),
    ];

    /// <summary>Without a product: the BIN table says it.</summary>
    private static PlayedAnswer Status(string code) =>
        Json(new { body = new { prcgRslt = new { rsltData = new { rsltDtls = code } } } });

    private static PlayedAnswer Mrs(PlayedRequest request, float buysOnADay)
    {
        var (path, query) = request.Path.Split('?', 2) is [var before, var after] ? (before, after) : (request.Path, "");
        using var body = JsonDocument.Parse(request.Body.Length > 0 ? request.Body : "{}");
        return path["/loyalty/mrs/".Length..] switch
        {
            "users/references/searches" => Json(new { offset = 0, limit = PageSize, total = 0, count = 0, users = Array.Empty<object>() }),
            "users" => Json(new { id = Text(body, "userId") }),
            "accounts" => Json(new { id = $"AREF-{Seed(Text(body, "userId")):x8}", status = "ACTIVE" }),
            var account when IsAccount(request) =>
                Json(new { id = Uri.UnescapeDataString(account["accounts/".Length..]), status = "ACTIVE" }),
            "transactions/searches" => Search(body, HttpUtility.ParseQueryString(query), buysOnADay),
            _ => Error("UNKNOWN_PATH", $"There is no {path}"),
        };
    }

    private static PlayedAnswer Search(JsonDocument body, System.Collections.Specialized.NameValueCollection query, float buysOnADay)
    {
        if (!DateTimeOffset.TryParse(Text(body, "fromDate"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from)
            || !DateTimeOffset.TryParse(Text(body, "toDate"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var to)
            || to - from > TimeSpan.FromDays(DaysAQuery)
            || !int.TryParse(query["offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            || !int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is 0 or > PageSize)
        {
            return Error("INVALID_RANGE", "A query covers 90 days at most, and a page 25 transactions at most");
        }

        var all = Purchases(Seed(Text(body, "userId")), from, to, buysOnADay).ToList();
        var page = all.Skip(offset).Take(limit).ToList();
        return Json(new { offset, limit, total = all.Count, count = page.Count, transactions = page });
    }

    /// <summary>A day's purchase depends on the cardholder and the day only, so that every query tells the same of it.</summary>
    private static IEnumerable<object> Purchases(int seed, DateTimeOffset from, DateTimeOffset to, float buysOnADay)
    {
        for (var day = DateOnly.FromDateTime(from.UtcDateTime); day <= DateOnly.FromDateTime(to.UtcDateTime); day = day.AddDays(1))
        {
            var random = new Randomizer(seed ^ day.DayNumber);
            var at = new DateTimeOffset(day, new(random.Int(8, 21), random.Int(0, 59)), TimeSpan.Zero);
            if (random.Bool(buysOnADay) && at >= from && at <= to)
            {
                yield return new
                {
                    sequenceNumber = day.DayNumber,
                    date = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    merchantCategoryCode = random.ArrayElement(Mccs),
                    transactionAmount = Math.Round(random.Decimal(3, 180), 2),
                    transactionCurrencyCode = random.ArrayElement(Currencies),
                };
            }
        }
    }

    private static string Text(JsonDocument body, string member) =>
        body.RootElement.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";

    /// <summary>The same at each start, which the hash codes of .NET are not.</summary>
    private static int Seed(string user) => user.Aggregate(17, (seed, c) => unchecked((seed * 31) + c));

    private static PlayedAnswer Json(object body) => new(200, JsonSerializer.Serialize(body, LabJson.Options));

    private static bool IsAccount(PlayedRequest request) =>
        request.Path.StartsWith("/loyalty/mrs/accounts/", StringComparison.Ordinal);

    private static PlayedAnswer Error(string code, string why, int status = 400) => new(status, JsonSerializer.Serialize(new
    {
        Errors = new { Error = new[] { new { Source = "MRS", ReasonCode = code, Description = why, Recoverable = false, Details = "" } } },
    }));
}

using System.Globalization;
using System.Text.Json;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.ThirdParties;

/// <summary>
/// A card's spending from MRS (base path <c>/loyalty/mrs</c>): at most 90 days a query and 25 transactions a page, 13 months of
/// history. A card is enrolled the first time its spending is needed.
/// </summary>
public sealed class SpendHistory(HttpClient http, IMacsDatabase database, LabClock clock, AccessControlSettings settings)
{
    private const int DaysAQuery = 90;
    private const int MonthsOfHistory = 13;
    private const int PageSize = 25;

    /// <summary>More pages than 13 months of anybody's purchases fill: an answer that never ends is nonsense.</summary>
    private const int MostPages = 1_000;

    /// <summary>No purchase costs more, and sums of so many stay within a decimal.</summary>
    private const decimal MostAmount = 1_000_000_000_000m;

    private static readonly TimeSpan QueryLength = TimeSpan.FromDays(DaysAQuery);

    /// <summary>The card's transactions since then; null when they could not be had, whatever the reason.</summary>
    public async Task<IReadOnlyList<Transaction>?> ReadAsync(RuleSnapshot snapshot, string pan, OperationRow operation,
        DateTimeOffset since, CancellationToken late)
    {
        if (settings.MrsAddress.Length == 0)
        {
            return null;
        }

        try
        {
            var user = await UserAsync(pan, operation, late);
            var now = clock.GetUtcNow();
            var oldest = now.AddMonths(-MonthsOfHistory);
            var found = new List<Transaction>();
            for (var from = since > oldest ? since : oldest; from <= now; from += QueryLength)
            {
                var to = from + QueryLength - TimeSpan.FromSeconds(1);
                await ReadWindowAsync(snapshot, user, from, to < now ? to : now, found, late);
            }

            return found;
        }
        catch (Exception e) when (ThirdPartyFailure.Is(e))
        {
            return null;
        }
    }

    private async Task ReadWindowAsync(RuleSnapshot snapshot, string user, DateTimeOffset from, DateTimeOffset to, List<Transaction> found,
        CancellationToken late)
    {
        var query = new { userId = user, userIdType = "BANK_CUSTOMER_NUMBER", fromDate = Text(from), toDate = Text(to) };
        var offset = 0;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await PostAsync(
                string.Create(CultureInfo.InvariantCulture, $"transactions/searches?offset={offset}&limit={PageSize}"), query, late);
            var transactions = answer.GetProperty("transactions");
            found.AddRange(transactions.EnumerateArray().Select(t => Read(snapshot, t)));
            offset += transactions.GetArrayLength();
            if (offset >= answer.GetProperty("total").GetInt32())
            {
                return;
            }

            if (transactions.GetArrayLength() == 0)
            {
                break;
            }
        }

        throw new InvalidOperationException("MRS has more transactions than it gives");
    }

    /// <summary>A currency that ISO 4217 does not have keeps its number.</summary>
    private static Transaction Read(RuleSnapshot snapshot, JsonElement t)
    {
        var (mcc, numeric) = (Digits(4, t.GetProperty("merchantCategoryCode")), Digits(3, t.GetProperty("transactionCurrencyCode")));
        return new(
            DateTimeOffset.Parse(t.GetProperty("date").GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            mcc,
            t.GetProperty("transactionAmount").GetDecimal() is >= -MostAmount and <= MostAmount and var amount ? amount
            : throw new OverflowException("no purchase costs so much"),
            snapshot.CurrencyOf.GetValueOrDefault(numeric) ?? Currencies.LettersOf(numeric) ?? numeric);
    }

    /// <summary>Only codes of the right length are stored, so that a card number in an answer is never stored.</summary>
    private static string Digits(int length, JsonElement code) =>
        code.GetString() is { } text && text.Length == length && text.All(char.IsAsciiDigit) ? text
        : throw new FormatException($"a code must have {length} digits");

    private async Task<string> UserAsync(string pan, OperationRow operation, CancellationToken late)
    {
        var panHash = operation.PanHash;
        if (await database.RunAsync(s => Cards.Find(s, panHash)?.MrsUser) is { } known)
        {
            return known;
        }

        var user = $"MACS-{panHash[..24]}";
        var search = await PostAsync("users/references/searches", new { userId = user, userIdType = "BANK_CUSTOMER_NUMBER" }, late);
        if (search.GetProperty("total").GetInt32() == 0)
        {
            await PostAsync("users", new { userId = user, userIdType = "BANK_CUSTOMER_NUMBER" }, late);
        }

        var account = await PostAsync("accounts", new { userId = user, accountNumber = pan }, late);
        var aref = account.GetProperty("id").GetString();
        await EnrolAsync(operation, user, aref is { Length: > 0 } && !aref.Contains(pan, StringComparison.Ordinal) ? aref
            : throw new FormatException("no AREF"));
        return user;
    }

    private Task<bool> EnrolAsync(OperationRow operation, string user, string aref) => database.RunAsync(session =>
    {
        Cards.Lock(session, operation.PanHash, operation.MaskedPan);
        Cards.Enrol(session,
            new()
            {
                PanHash = operation.PanHash,
                Aref = aref,
                MrsUser = user,
                Ica = operation.Ica,
                Product = operation.Product,
                EnrolledAt = clock.GetUtcNow()
            });
        return true;
    });

    private async Task<JsonElement> PostAsync(string path, object body, CancellationToken late)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body));
        content.Headers.ContentType = new("application/json");
        using var response = await http.PostAsync(new Uri($"{settings.MrsAddress.TrimEnd('/')}/loyalty/mrs/{path}"), content, late);
        response.EnsureSuccessStatusCode();
        using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(late));
        return document.RootElement.Clone();
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

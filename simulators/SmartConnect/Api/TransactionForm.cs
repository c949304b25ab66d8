using System.Globalization;
using System.Text.Json.Serialization;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>
/// Body of <c>POST /POS/Transaction</c>, form-urlencoded. Amounts are in cents; which of them a type needs is said with its name in
/// docs/protocols/smartconnect.md. Without TransactionMode the answer is the result (legacy synchronous mode).
/// </summary>
public sealed record TransactionForm(
    [property: JsonPropertyName("POSRegisterID")] string RegisterId,
    [property: JsonPropertyName("POSBusinessName")] string BusinessName,
    [property: JsonPropertyName("POSVendorName")] string VendorName,
    string? TransactionMode,
    string TransactionType,
    long? AmountTotal,
    long? AmountCash,
    long? AmountAuth,
    long? AmountFinal,
    string? TransactionReference,
    string? SaleData,
    string? PosNotificationCallbackUrl)
{
    /// <summary>The largest amount.</summary>
    public const long MostCents = 99_999_999;

    private const int LongestUrl = 2_000;
    private const int LongestSaleData = 100_000;

    private static readonly string[] AmountFields =
    [
        Core.TransactionType.AmountTotal,
        Core.TransactionType.AmountCash,
        Core.TransactionType.AmountAuth,
        Core.TransactionType.AmountFinal,
    ];

    /// <summary>The one amount of its type; 0 when it has none.</summary>
    public long Amount() => AmountTotal ?? AmountAuth ?? AmountFinal ?? 0;

    /// <summary>What it holds besides; null when nothing.</summary>
    public PaymentDetails? Details() => (AmountCash, TransactionReference, SaleData, PosNotificationCallbackUrl) is (null, null, null, null)
        ? null
        : new(AmountCash, TransactionReference, SaleData, PosNotificationCallbackUrl);

    /// <summary>Reads the form; what is wrong with it is <see cref="FormFields.Problem"/>.</summary>
    public static TransactionForm Read(FormFields form, bool isReadCardKnown)
    {
        var (register, business, vendor) = (form.Text("POSRegisterID"), form.Text("POSBusinessName"), form.Text("POSVendorName"));
        var mode = form.Optional("TransactionMode");
        if (mode is not (null or "ASYNC"))
        {
            form.Bad("TransactionMode must be ASYNC; without it the legacy synchronous mode is meant");
        }

        var names = Core.TransactionType.All.Select(t => t.Name).Where(n => isReadCardKnown || n != "Terminal.ReadCard").ToList();
        var name = form.Text("TransactionType", names.Contains, $"one of: {string.Join(", ", names)}");
        var type = Core.TransactionType.Find(name) ?? Core.TransactionType.All[0];
        var amounts = AmountFields.ToDictionary(f => f, f => Amount(form, type, f), StringComparer.Ordinal);
        if (amounts[Core.TransactionType.AmountCash] > amounts[Core.TransactionType.AmountTotal])
        {
            form.Bad("AmountCash is a part of AmountTotal and can't be more");
        }

        return new(
            register,
            business,
            vendor,
            mode,
            name,
            amounts[Core.TransactionType.AmountTotal],
            amounts[Core.TransactionType.AmountCash],
            amounts[Core.TransactionType.AmountAuth],
            amounts[Core.TransactionType.AmountFinal],
            type.HasReference ? form.Text("TransactionReference") : Unused(form, type, "TransactionReference"),
            form.Optional("SaleData", LongestSaleData, isOfManyLines: true),
            CallbackUrl(form));
    }

    /// <summary>An amount that the type needs; 0 for one that it does not need is as good as nothing.</summary>
    private static long? Amount(FormFields form, TransactionType type, string field) =>
        type.Fields.Contains(field, StringComparer.Ordinal)
            ? Cents(form.Text(field, t => Cents(t) > 0, $"a whole number of cents from 1 to {MostCents}"))
            : Unused(form, type, field) is null ? null : 0;

    private static string? Unused(FormFields form, TransactionType type, string field)
    {
        if (form.Optional(field) is { } text && text != "0")
        {
            form.Bad(type.Fields.Count == 0
                ? $"{field} is not used by {type.Name}; it has no amount"
                : $"{field} is not used by {type.Name}; it needs {string.Join(" and ", type.Fields)}");
        }

        return null;
    }

    private static string? CallbackUrl(FormFields form)
    {
        var text = form.Optional("PosNotificationCallbackUrl", LongestUrl);
        if (text is not null && !(Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            form.Bad("PosNotificationCallbackUrl must be an absolute http or https address");
        }

        return text;
    }

    /// <summary>The amount; 0 when the text is not an amount.</summary>
    private static long Cents(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cents) && cents <= MostCents ? cents : 0;
}

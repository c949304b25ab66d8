using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace PairingLab.SmartConnect.Api;

/// <summary>Body of <c>POST /POS/Transaction</c>, form-urlencoded. AmountTotal is in cents.</summary>
public sealed partial record TransactionForm(
    [property: JsonPropertyName("POSRegisterID")] string RegisterId,
    [property: JsonPropertyName("POSBusinessName")] string BusinessName,
    [property: JsonPropertyName("POSVendorName")] string VendorName,
    string TransactionMode,
    string TransactionType,
    long AmountTotal)
{
    /// <summary>Reads the form.</summary>
    /// <exception cref="BadFieldException">A field is missing or bad.</exception>
    public static TransactionForm Read(FormFields form) => new(
        form.Text("POSRegisterID"),
        form.Text("POSBusinessName"),
        form.Text("POSVendorName"),
        form.Text("TransactionMode") is "ASYNC" ? "ASYNC" : throw new BadFieldException("TransactionMode must be ASYNC"),
        Type(form.Text("TransactionType")),
        Cents(form.Text("AmountTotal")));

    private static string Type(string text) =>
        TypeName().IsMatch(text) ? text : throw new BadFieldException("TransactionType must be a name such as Card.Purchase");

    private static long Cents(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var cents) && cents is > 0 and <= 99_999_999
            ? cents
            : throw new BadFieldException("AmountTotal must be a whole number of cents from 1 to 99999999");

    [GeneratedRegex(@"^[A-Za-z]{1,40}(\.[A-Za-z]{1,40}){0,4}$", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeName();
}

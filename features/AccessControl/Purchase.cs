using System.Globalization;
using System.Text.Json.Nodes;

namespace PairingLab.Features.AccessControl;

/// <summary>A purchase with a card.</summary>
public sealed record Purchase(DateTimeOffset At, decimal Amount, string Currency, string Mcc)
{
    /// <summary>As MRS writes it; currencies are numbers there.</summary>
    public JsonNode ToJson(int number) => new JsonObject
    {
        ["sequenceNumber"] = number.ToString(CultureInfo.InvariantCulture),
        ["date"] = At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["merchantCategoryCode"] = Mcc,
        ["transactionAmount"] = Amount,
        ["transactionCurrencyCode"] = Currency switch { "EUR" => "978", "USD" => "840", "PLN" => "985", _ => "392" },
    };
}

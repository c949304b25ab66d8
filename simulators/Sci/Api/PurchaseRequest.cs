using System.Text.Json;

namespace PairingLab.Sci.Api;

/// <summary>The body of <c>POST /v1/transactions</c>: <c>{"purchase_details":{"purchase_amount":1000}}</c>.</summary>
internal static class PurchaseRequest
{
    /// <summary>Ten million: a larger amount is a typing error.</summary>
    private const long LargestAmount = 1_000_000_000;

    /// <summary>The amount in cents; null, with what is wrong and what would be right, when it is no such request.</summary>
    public static (long? Amount, string? Mistake) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("purchase_details", out var details) && details.ValueKind == JsonValueKind.Object
                && details.TryGetProperty("purchase_amount", out var value) && value.ValueKind == JsonValueKind.Number
                && value.TryGetInt64(out var amount) && amount is > 0 and <= LargestAmount
                    ? (amount, null)
                    : (null, "purchase_details.purchase_amount must be cents, a whole number from 1 to 1000000000");
        }
        catch (JsonException)
        {
            return (null, "the body must be JSON, such as {\"purchase_details\":{\"purchase_amount\":1000}}");
        }
    }
}

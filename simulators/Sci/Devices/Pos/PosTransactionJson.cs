using System.Globalization;
using System.Text.Json;
using PairingLab.Sci.Devices.Terminal;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>Transactions on the wire, as a POS writes and reads them.</summary>
internal static class PosTransactionJson
{
    /// <summary>The body that asks for a transaction or a settlement. What is null is left out.</summary>
    public static Dictionary<string, object> Body(PosOrder order)
    {
        if (order.IsSettlement)
        {
            return Present(
                ("type", order.Kind == PosOrderKind.Settlement ? "SETTLEMENT" : "ENQUIRY"),
                ("enquiry_date", order.Day is { } day ? new { year = day.Year, month = day.Month, day = day.Day } : null));
        }

        var (details, amounts) = order switch
        {
            { Kind: PosOrderKind.Refund } => ("refund_details", Present(("refund_amount", order.Amount))),
            { Kind: PosOrderKind.Cashout } =>
                ("cashout_details", Present(("cashout_amount", order.Amount), ("surcharge_amount", order.Surcharge))),
            { Kind: PosOrderKind.Moto } => ("moto_details", Present(("moto_amount", order.Amount), ("surcharge_amount", order.Surcharge))),
            { Cashout: { } cash } => ("purchase_with_cashout_details", Present(
                ("purchase_amount", order.Amount), ("cashout_amount", cash), ("surcharge_amount", order.Surcharge))),
            _ => ("purchase_details", Present(
                ("purchase_amount", order.Amount), ("tip_amount", order.Tip), ("surcharge_amount", order.Surcharge))),
        };
        return Present(
            (details, amounts),
            ("print_merchant_receipt", order.Flags.PrintMerchantReceipt),
            ("prompt_customer_receipt", order.Flags.PromptCustomerReceipt),
            ("verify_signature_on_terminal", order.Flags.VerifySignatureOnTerminal),
            ("pos_auto_print_signature_receipt", order.Flags.AutoPrintSignatureReceipt));
    }

    /// <summary>A transaction that the API tells of.</summary>
    public static PosPurchase Read(JsonElement data, StoredPairing pairing, PosOrder order)
    {
        var instructions = Object(data, "pos_instructions");
        var form = Object(instructions, "action_form");
        return new(
            Text(data, "id")!,
            data.GetProperty("version").GetInt32(),
            Text(data, "message") ?? "",
            Text(data, "result_financial_status"),
            pairing,
            order.Amount)
        {
            Order = order,
            Status = Text(data, "status") ?? "PENDING",
            Form = ReadForm(form),
            AutoActions = [.. Items(instructions, "auto_actions").Select(a => a.ToString())],
            Details = Members(form, "details").ToList() is { Count: > 0 } details
                ? string.Join(", ", details.Select(d => $"{d.Name}: {d.Value}"))
                : null,
            MerchantReceipt = Text(data, "merchant_receipt"),
            CustomerReceipt = Text(data, "customer_receipt"),
            Parts = ReadParts(data),
        };
    }

    private static IReadOnlyList<PosElement> ReadForm(JsonElement form)
    {
        var properties = Object(form, "properties");
        return [.. Items(form, "layout").SelectMany(row => Items(row, "elements"))
            .Select(e => (Label: Text(e, "label") ?? "", Of: Object(properties, Text(e, "key") ?? "")))
            .Where(e => e.Of.ValueKind == JsonValueKind.Object)
            .Select(e => new PosElement(e.Label, Text(e.Of, "type") ?? "")
            {
                Text = Text(e.Of, "text"),
                Name = Text(e.Of, "name"),
                SubmitUrl = Text(e.Of, "submit_url"),
                Action = Text(e.Of, "action"),
                Picture = Text(e.Of, "data") is { } picture ? $"data:{Text(e.Of, "mime")};{Text(e.Of, "encoding")},{picture}" : null,
            })];
    }

    /// <summary>"surcharge_amount": 50 is shown as "Surcharge: AUD 0.50", "PUR" as it is.</summary>
    private static IReadOnlyList<string> ReadParts(JsonElement data) =>
        [.. Members(data, "result_amounts").Where(p => p.Value.GetInt64() != 0).Select(p => Part(Name(p.Name), p.Value.GetInt64())),
            .. Members(data, "totals").Select(p => Part(p.Name, p.Value.GetInt64()))];

    private static string Part(string name, long cents) => $"{name}: {TerminalTexts.Money(cents)}";

    private static string Name(string field)
    {
        var name = field.Replace("_amount", "", StringComparison.Ordinal);
        return string.Concat(name[..1].ToUpper(CultureInfo.InvariantCulture), name[1..]);
    }

    private static Dictionary<string, object> Present(params IEnumerable<(string Name, object? Value)> members) =>
        members.Where(m => m.Value is not null).ToDictionary(m => m.Name, m => m.Value!, StringComparer.Ordinal);

    private static JsonElement Object(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) ? value : default;

    private static IEnumerable<JsonElement> Items(JsonElement from, string name) =>
        Object(from, name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    private static IEnumerable<JsonProperty> Members(JsonElement from, string name) =>
        Object(from, name) is { ValueKind: JsonValueKind.Object } value ? value.EnumerateObject() : [];

    private static string? Text(JsonElement from, string name) =>
        Object(from, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}

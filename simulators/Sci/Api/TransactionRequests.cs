using System.Text.Json;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Api;

/// <summary>The body of <c>POST /v1/transactions</c>: <c>{"purchase_details":{"purchase_amount":1000}}</c>.</summary>
internal static class TransactionRequest
{
    private const string PurchaseAmount = "purchase_amount";
    private const string TipAmount = "tip_amount";
    private const string SurchargeAmount = "surcharge_amount";
    private const string CashoutAmount = "cashout_amount";
    private const string RefundAmount = "refund_amount";
    private const string MotoAmount = "moto_amount";

    /// <summary>Ten million: a larger amount is a typing error.</summary>
    private const long Largest = 1_000_000_000;

    /// <summary>The kinds, with the amounts that each must have and may have.</summary>
    private static readonly (string Name, TransactionType Type, string[] Must, string[] May)[] Kinds =
    [
        ("purchase_details", TransactionType.Purchase, [PurchaseAmount], [TipAmount, SurchargeAmount]),
        ("refund_details", TransactionType.Refund, [RefundAmount], []),
        ("cashout_details", TransactionType.Cashout, [CashoutAmount], [SurchargeAmount]),
        ("purchase_with_cashout_details", TransactionType.PurchaseWithCashout, [PurchaseAmount, CashoutAmount], [SurchargeAmount]),
        ("moto_details", TransactionType.Moto, [MotoAmount], [SurchargeAmount]),
    ];

    private static readonly string[] AllAmounts =
        [PurchaseAmount, TipAmount, SurchargeAmount, CashoutAmount, RefundAmount, MotoAmount];

    private static readonly string[] Flags =
        ["print_merchant_receipt", "prompt_customer_receipt", "verify_signature_on_terminal", "pos_auto_print_signature_receipt"];

    /// <summary>What is asked for; null, with what is wrong and what would be right, when it is no such request.</summary>
    public static (TransactionOrder? Order, string? Mistake) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : (null, "the body must be a JSON object");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, "the body must be JSON, such as {\"purchase_details\":{\"purchase_amount\":1000}}");
        }
    }

    private static (TransactionOrder? Order, string? Mistake) Read(JsonElement body)
    {
        var given = Kinds.Where(k => IsGiven(body, k.Name)).ToList();
        if (given.Count != 1)
        {
            return (null, $"there must be exactly one of {string.Join(", ", Kinds.Select(k => k.Name))}; there are {given.Count}");
        }

        var flags = new bool[Flags.Length];
        foreach (var (index, flag) in Flags.Index())
        {
            if (IsGiven(body, flag))
            {
                if (body.GetProperty(flag).ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                {
                    return (null, $"{flag} must be true or false");
                }

                flags[index] = body.GetProperty(flag).GetBoolean();
            }
        }

        var (amounts, mistake) = ReadAmounts(given[0], body.GetProperty(given[0].Name));
        return amounts is null ? (null, mistake) : (Order(given[0].Type, amounts) with
        {
            Flags = new()
            {
                PrintMerchantReceipt = flags[0],
                PromptCustomerReceipt = flags[1],
                VerifySignatureOnTerminal = flags[2],
                PosAutoPrintSignatureReceipt = flags[3],
            },
        }, null);
    }

    /// <summary>An amount that does not belong there is a mistake: passed over, the customer would pay another total.</summary>
    private static (Dictionary<string, long>? Amounts, string? Mistake) ReadAmounts(
        (string Name, TransactionType Type, string[] Must, string[] May) kind, JsonElement details)
    {
        if (details.ValueKind != JsonValueKind.Object)
        {
            return (null, $"{kind.Name} must be an object with {kind.Must[0]}");
        }

        var amounts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var name in AllAmounts)
        {
            var must = kind.Must.Contains(name);
            if (!IsGiven(details, name) && !must)
            {
                continue;
            }

            if (!must && !kind.May.Contains(name))
            {
                return (null, $"{kind.Name} has no {name}; allowed amounts: {string.Join(", ", kind.Must.Concat(kind.May))}");
            }

            var least = must ? 1 : 0;
            if (!IsGiven(details, name) || details.GetProperty(name) is not { ValueKind: JsonValueKind.Number } value
                || !value.TryGetInt64(out var cents) || cents < least || cents > Largest)
            {
                return (null, $"{kind.Name}.{name} must be cents, a whole number from {least} to {Largest}");
            }

            amounts[name] = cents;
        }

        return amounts.Values.Sum() <= Largest ? (amounts, null) : (null, $"all amounts together must be at most {Largest} cents");
    }

    private static TransactionOrder Order(TransactionType type, Dictionary<string, long> amounts) => new(type, new()
    {
        Purchase = amounts.GetValueOrDefault(PurchaseAmount),
        Tip = amounts.GetValueOrDefault(TipAmount),
        Surcharge = amounts.GetValueOrDefault(SurchargeAmount),
        Cashout = amounts.GetValueOrDefault(CashoutAmount),
        Refund = amounts.GetValueOrDefault(RefundAmount),
        Moto = amounts.GetValueOrDefault(MotoAmount),
    })
    {
        TipGiven = amounts.ContainsKey(TipAmount),
        SurchargeGiven = amounts.ContainsKey(SurchargeAmount),
    };

    private static bool IsGiven(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
}

/// <summary>The body of <c>POST /v1/settlements</c>: <c>{"type":"ENQUIRY","enquiry_date":{"year":2026,"month":1,"day":5}}</c>.</summary>
internal static class SettlementRequest
{
    private const string DateWanted = "enquiry_date must be a day such as {\"year\":2026,\"month\":1,\"day\":5}";

    /// <summary>What is asked for; null, with what is wrong and what would be right, when it is no such request.</summary>
    public static (TransactionOrder? Order, string? Mistake) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : (null, "the body must be a JSON object");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return (null, "the body must be JSON, such as {\"type\":\"SETTLEMENT\"}");
        }
    }

    private static (TransactionOrder? Order, string? Mistake) Read(JsonElement body)
    {
        var type = !body.TryGetProperty("type", out var value) || value.ValueKind != JsonValueKind.String ? null
            : value.ValueEquals("SETTLEMENT") ? TransactionType.Settlement
            : value.ValueEquals("ENQUIRY") ? TransactionType.Enquiry
            : (TransactionType?)null;
        if (type is null)
        {
            return (null, "type must be one of: SETTLEMENT, ENQUIRY");
        }

        var order = new TransactionOrder(type.Value, Amounts.None);
        if (!body.TryGetProperty("enquiry_date", out var date) || date.ValueKind == JsonValueKind.Null)
        {
            return (order, null);
        }

        return type != TransactionType.Enquiry ? (null, "enquiry_date goes with the type ENQUIRY only")
            : Day(date) is { } day ? (order with { EnquiryDate = day }, null)
            : (null, DateWanted);
    }

    private static DateOnly? Day(JsonElement date)
    {
        if (date.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        int? Part(string name) => date.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out var n)
            ? n
            : null;
        return Part("year") is { } year and >= 1 and <= 9999 && Part("month") is { } month and >= 1 and <= 12
            && Part("day") is { } day and >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new(year, month, day)
            : null;
    }
}

/// <summary>The body of a button's submit_url: the inputs by name, or nothing.</summary>
internal static class FormInputs
{
    /// <summary>No inputs.</summary>
    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>(StringComparer.Ordinal);

    private const int LongestInput = 200;

    /// <summary>The inputs; null when it is no such body.</summary>
    public static IReadOnlyDictionary<string, string>? Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return None;
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var input in json.RootElement.EnumerateObject())
            {
                inputs[input.Name] = input.Value.ValueKind == JsonValueKind.String ? input.Value.GetString()! : input.Value.GetRawText();
            }

            return inputs.Values.All(v => v.Length <= LongestInput) ? inputs : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // A lone surrogate can be written in JSON (\ud800) and is not text.
            return null;
        }
    }

    /// <summary>The body of the lab's older way to judge a signature, <c>{"accepted":true}</c>; null when it is no such body.</summary>
    public static bool? ReadAccepted(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("accepted", out var value)
                && value.ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? value.GetBoolean()
                    : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

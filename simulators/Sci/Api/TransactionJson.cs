using System.Globalization;
using System.Text.Json;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Api;

/// <summary>A transaction on the wire, with the Action Framework's instructions in the vendor's shape.</summary>
internal static class TransactionJson
{
    /// <summary>The fields of a transaction.</summary>
    /// <param name="json">Where they are written.</param>
    /// <param name="from">The transaction, and the base URL at which its buttons are submitted.</param>
    public static void Write(Utf8JsonWriter json, (Transaction Of, string BaseUrl) from)
    {
        var t = from.Of;
        json.WriteString("id", t.Id);
        json.WriteNumber("version", t.Version);
        json.WriteString("status", t.Result is not null ? "FINALISED" : t.AwaitsPos ? "AWAITING_POS" : "PENDING");
        json.WriteString("message", t.Message);
        json.WriteString("merchant_receipt", Receipts.Merchant(t));
        json.WriteString("customer_receipt", Receipts.Customer(t));
        WriteAmounts(json, t);
        json.WriteString("result_financial_status", t.Result?.ToString().ToUpperInvariant());
        json.WriteStartObject("pos_instructions");
        WriteInstructions(json, t, from.BaseUrl);
        json.WriteEndObject();
    }

    private static void WriteInstructions(Utf8JsonWriter json, Transaction t, string baseUrl)
    {
        var form = ActionForm.Of(t);
        if (form.AutoActions.Count == 0)
        {
            json.WriteNull("auto_actions");
        }
        else
        {
            json.WriteStartArray("auto_actions");
            foreach (var action in form.AutoActions)
            {
                json.WriteStringValue(action);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("action_form");
        WriteForm(json, form, t, baseUrl);
        WriteDetails(json, t);
        json.WriteEndObject();
    }

    private static void WriteForm(Utf8JsonWriter json, ActionForm form, Transaction t, string baseUrl)
    {
        if (form.Rows.Count == 0)
        {
            json.WriteNull("layout");
            json.WriteNull("properties");
            return;
        }

        json.WriteStartArray("layout");
        var elements = form.Rows.SelectMany(r => r).ToList();
        foreach (var row in form.Rows)
        {
            json.WriteStartObject();
            json.WriteString("type", "horizontal_layout");
            json.WriteStartArray("elements");
            foreach (var element in row)
            {
                json.WriteStartObject();
                json.WriteString("label", element.Label);
                json.WriteString("key", Key(elements, element));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("properties");
        foreach (var element in elements)
        {
            json.WriteStartObject(Key(elements, element));
            WriteElement(json, element, t, baseUrl);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Key(List<FormElement> elements, FormElement element) =>
        string.Create(CultureInfo.InvariantCulture, $"element_{elements.IndexOf(element) + 1}");

    private static void WriteElement(Utf8JsonWriter json, FormElement element, Transaction t, string baseUrl)
    {
        switch (element.Type)
        {
            case ElementType.Text:
                json.WriteString("type", "text");
                json.WriteString("text", element.Value);
                break;
            case ElementType.Input:
                json.WriteString("type", "input");
                json.WriteString("name", element.Value);
                break;
            case ElementType.Image:
                json.WriteString("type", "image");
                json.WriteString("mime", "image/png");
                json.WriteString("encoding", "base64");
                json.WriteString("data", element.Value);
                break;
            default:
                json.WriteString("type", "button");
                json.WriteString(
                    element.Button is null ? "action" : "submit_url",
                    element.Button is null ? element.Value : $"{baseUrl}{Path(t, element.Button)}");
                break;
        }
    }

    private static string Path(Transaction t, string button) => (button, t.Order.IsSettlement) switch
    {
        (FormButtons.Cancel, true) => $"/v1/settlements/{t.Id}/cancel",
        (FormButtons.Cancel, false) => $"/v1/transactions/{t.Id}/cancel",
        _ => $"/v1/transactions/{t.Id}/submit/{button}",
    };

    /// <summary>For people to read; a POS must not go by these keys.</summary>
    private static void WriteDetails(Utf8JsonWriter json, Transaction t)
    {
        json.WriteStartObject("details");
        json.WriteString("Pairing ID", t.Pairing);
        json.WriteString("TID", t.Tid);
        json.WriteString("Transaction ID", t.Id);
        json.WriteString("Transaction Version", t.Version.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    /// <summary>What was charged: nothing, where the card was not. A settlement has its totals instead.</summary>
    private static void WriteAmounts(Utf8JsonWriter json, Transaction t)
    {
        if (t.Result is null or TransactionResult.Unknown || t.Order.IsSettlement)
        {
            json.WriteNull("result_amounts");
        }
        else
        {
            var amounts = t.Result == TransactionResult.Approved ? t.Amounts : Amounts.None;
            json.WriteStartObject("result_amounts");
            json.WriteNumber("purchase_amount", amounts.Purchase);
            json.WriteNumber("tip_amount", amounts.Tip);
            json.WriteNumber("surcharge_amount", amounts.Surcharge);
            json.WriteNumber("cashout_amount", amounts.Cashout);
            json.WriteNumber("refund_amount", amounts.Refund);
            json.WriteNumber("moto_amount", amounts.Moto);
            json.WriteEndObject();
        }

        if (t is { Order.IsSettlement: true, Result: TransactionResult.Approved })
        {
            json.WriteStartObject("totals");
            foreach (var (code, cents) in Receipts.Totals(t.Amounts))
            {
                json.WriteNumber(code, cents);
            }

            json.WriteEndObject();
        }
    }
}

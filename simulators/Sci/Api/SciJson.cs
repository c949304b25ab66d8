using System.Text.Json;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Api;

/// <summary>The fields of what the SCI API answers.</summary>
internal static class SciJson
{
    /// <summary>A pairing; its fields are the lab's choice, since clients read only the status.</summary>
    public static void WritePairing(Utf8JsonWriter json, Pairing pairing)
    {
        json.WriteString("pairing_id", pairing.Id);
        json.WriteString("tid", pairing.Tid);
        json.WriteString("pairing_nickname", pairing.Nickname);
        json.WriteString("terminal_nickname", pairing.TerminalNickname);
    }

    /// <summary>A transaction.</summary>
    public static void WriteTransaction(Utf8JsonWriter json, Transaction t)
    {
        json.WriteString("id", t.Id);
        json.WriteNumber("version", t.Version);
        json.WriteString("status", t.Result is not null ? "FINALISED" : t.AwaitsPos ? "AWAITING_POS" : "PENDING");
        json.WriteString("message", t.Message);
        WriteReceipt(json, "merchant_receipt", t);
        WriteReceipt(json, "customer_receipt", t);
        WriteAmounts(json, t);
        json.WriteString("result_financial_status", t.Result?.ToString().ToUpperInvariant());
        json.WriteStartObject("pos_instructions");
        json.WriteString("message", t.Message);
        if (t.AwaitsPos)
        {
            json.WriteStartArray("elements");
            WriteButton(json, t, "Accept signature", accepted: true);
            WriteButton(json, t, "Reject signature", accepted: false);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>What the POS offers and does; the shape of the vendor's action framework is not public, so this is the lab's.</summary>
    private static void WriteButton(Utf8JsonWriter json, Transaction t, string text, bool accepted)
    {
        json.WriteStartObject();
        json.WriteString("type", "button");
        json.WriteString("text", text);
        json.WriteString("method", "POST");
        json.WriteString("path", $"/v1/transactions/{t.Id}/signature");
        json.WriteStartObject("body");
        json.WriteBoolean("accepted", accepted);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteReceipt(Utf8JsonWriter json, string name, Transaction t) =>
        json.WriteString(name, t.Result is TransactionResult.Approved or TransactionResult.Declined
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PURCHASE\nAUD {t.Amount / 100m:0.00}\n{t.Result.ToString()!.ToUpperInvariant()}")
            : null);

    private static void WriteAmounts(Utf8JsonWriter json, Transaction t)
    {
        if (t.Result is null or TransactionResult.Unknown)
        {
            json.WriteNull("result_amounts");
            return;
        }

        json.WriteStartObject("result_amounts");
        json.WriteNumber("purchase_amount", t.Result == TransactionResult.Approved ? t.Amount : 0);
        json.WriteEndObject();
    }
}

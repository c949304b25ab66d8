using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Web;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>An error as SmartConnect's POS API has it: <c>{"error":"…"}</c>.</summary>
public sealed record PosError(string Error)
{
    /// <summary>The answer that carries it.</summary>
    public static IResult Answer(int status, string text) => Results.Json(new PosError(text), LabJson.Options, statusCode: status);
}

/// <summary>Body of <c>PUT /POS/Pairing/{code}</c>, form-urlencoded. POSRegisterName may be left out unless the site is strict.</summary>
public sealed record PairingForm(
    [property: JsonPropertyName("POSRegisterID")] string RegisterId,
    [property: JsonPropertyName("POSRegisterName")] string? RegisterName,
    [property: JsonPropertyName("POSBusinessName")] string BusinessName,
    [property: JsonPropertyName("POSVendorName")] string VendorName,
    [property: JsonPropertyName("Contact Name")] string? ContactName,
    string? Address,
    string? City,
    string? State,
    string? ZipCode,
    string? Email,
    string? Phone)
{
    private static readonly RegisterContact NoContact = new(null, null, null, null, null, null, null);

    /// <summary>Reads the form; what is wrong with it is <see cref="FormFields.Problem"/>.</summary>
    public static PairingForm Read(FormFields form, bool nameRequired) => new(
        form.Text("POSRegisterID"),
        nameRequired ? form.Text("POSRegisterName") : form.Optional("POSRegisterName"),
        form.Text("POSBusinessName"),
        form.Text("POSVendorName"),
        form.Optional("Contact Name"),
        form.Optional("Address"),
        form.Optional("City"),
        form.Optional("State"),
        form.Optional("ZipCode"),
        form.Optional("Email"),
        form.Optional("Phone"));

    /// <summary>The optional fields; null when none was sent.</summary>
    public RegisterContact? Contact()
    {
        var contact = new RegisterContact(ContactName, Address, City, State, ZipCode, Email, Phone);
        return contact == NoContact ? null : contact;
    }
}

/// <summary>Answer to <c>PUT /POS/Pairing/{code}</c>: <c>{"result":"success"}</c>.</summary>
public sealed record PairingResponse(string Result);

/// <summary>Answer to <c>POST /POS/Transaction</c> and to a poll. The token is in the first one only.</summary>
public sealed record TransactionResponse(
    string TransactionId,
    string TransactionTimeStamp,
    string MerchantId,
    string DeviceId,
    string TransactionStatus,
    TransactionData Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MerchantAccessToken = null);

/// <summary>
/// "data" of a transaction; what is null is left out. Amounts are cents as text, Timestamp yyyyMMddHHmmss (UTC), CardPan "....0138".
/// </summary>
public sealed record TransactionData
{
    /// <summary>POSVendorName of the register.</summary>
    [JsonPropertyName("PosVendor")]
    public string? PosVendor { get; init; }

    /// <summary>POSRegisterID.</summary>
    [JsonPropertyName("PosRegisterID")]
    public string? PosRegisterId { get; init; }

    /// <summary>POSBusinessName.</summary>
    [JsonPropertyName("PosBusinessName")]
    public string? PosBusinessName { get; init; }

    /// <summary>Cents, as text.</summary>
    [JsonPropertyName("AmountTotal")]
    public string? AmountTotal { get; init; }

    /// <summary>The internal id of the device.</summary>
    [JsonPropertyName("DeviceID")]
    public string? DeviceId { get; init; }

    /// <summary>The transaction type.</summary>
    [JsonPropertyName("Function")]
    public string? Function { get; init; }

    /// <summary>Where it is polled.</summary>
    [JsonPropertyName("PollingUrl")]
    public string? PollingUrl { get; init; }

    /// <summary>The merchant at the device; "1".</summary>
    [JsonPropertyName("Merchant")]
    public string? Merchant { get; init; }

    /// <summary>Who runs the service; only when results name the POS.</summary>
    [JsonPropertyName("Company")]
    public string? Company { get; init; }

    /// <summary>The transaction id once more.</summary>
    [JsonPropertyName("RequestId")]
    public string? RequestId { get; init; }

    /// <summary>Of a journal request: the transaction that it tells of.</summary>
    [JsonPropertyName("ReferenceId")]
    public string? ReferenceId { get; init; }

    /// <summary>OK-ACCEPTED, OK-DECLINED, OK-UNAVAILABLE, OK-DELAYED, CANCELLED, FAILED, FAILED-INTERFACE.</summary>
    [JsonPropertyName("TransactionResult")]
    public string? TransactionResult { get; init; }

    /// <summary>OK, CANCELLED, FAILED, FAILED-INTERFACE, DELAYED-TRANSACTION.</summary>
    [JsonPropertyName("Result")]
    public string? Result { get; init; }

    /// <summary>A remark for people; only when results name the POS.</summary>
    [JsonPropertyName("ResultText")]
    public string? ResultText { get; init; }

    /// <summary>Of Terminal.GetStatus: READY.</summary>
    [JsonPropertyName("Status")]
    public string? Status { get; init; }

    /// <summary>Cents of AmountTotal that are a surcharge.</summary>
    [JsonPropertyName("AmountSurcharge")]
    public string? AmountSurcharge { get; init; }

    /// <summary>Cents of AmountTotal that are a tip.</summary>
    [JsonPropertyName("AmountTip")]
    public string? AmountTip { get; init; }

    /// <summary>Cents of AmountTotal that are cash.</summary>
    [JsonPropertyName("AmountCash")]
    public string? AmountCash { get; init; }

    /// <summary>Cents that were authorised.</summary>
    [JsonPropertyName("AmountAuth")]
    public string? AmountAuth { get; init; }

    /// <summary>Cents that were taken of an authorisation.</summary>
    [JsonPropertyName("AmountFinal")]
    public string? AmountFinal { get; init; }

    /// <summary>Which authorisation that was.</summary>
    [JsonPropertyName("TransactionReference")]
    public string? TransactionReference { get; init; }

    /// <summary>SaleData of the request, in the sale's own result.</summary>
    [JsonPropertyName("SaleData")]
    public string? SaleData { get; init; }

    /// <summary>The acquirer's authorisation.</summary>
    [JsonPropertyName("AuthId")]
    public string? AuthId { get; init; }

    /// <summary>The acquirer's reference.</summary>
    [JsonPropertyName("AcquirerRef")]
    public string? AcquirerRef { get; init; }

    /// <summary>The device's reference.</summary>
    [JsonPropertyName("TerminalRef")]
    public string? TerminalRef { get; init; }

    /// <summary>The masked number of the card.</summary>
    [JsonPropertyName("CardPan")]
    public string? CardPan { get; init; }

    /// <summary>VISA, say.</summary>
    [JsonPropertyName("CardType")]
    public string? CardType { get; init; }

    /// <summary>CREDIT, say.</summary>
    [JsonPropertyName("AccountType")]
    public string? AccountType { get; init; }

    /// <summary>When it ended.</summary>
    [JsonPropertyName("Timestamp")]
    public string? Timestamp { get; init; }

    /// <summary>The receipt, line by line.</summary>
    [JsonPropertyName("Receipt")]
    public string? Receipt { get; init; }
}

/// <summary>Answer to <c>GET /POS/Transaction/{id}/Callback</c> [lab]: the calls of the POS at its PosNotificationCallbackUrl.</summary>
/// <param name="Url">Where it is called.</param>
/// <param name="Delivered">Whether it has answered with success.</param>
/// <param name="NextAt">When it is called next; null when it is not, or is being called.</param>
/// <param name="Attempts">What came of each call; status 0 for no answer.</param>
public sealed record CallbackResponse(string Url, bool Delivered, DateTimeOffset? NextAt, IReadOnlyList<CallbackAttempt> Attempts);

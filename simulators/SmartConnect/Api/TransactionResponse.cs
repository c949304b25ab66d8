using System.Text.Json.Serialization;

namespace PairingLab.SmartConnect.Api;

/// <summary>Answer to <c>POST /POS/Transaction</c> and to a poll. The token is in the first one only.</summary>
public sealed record TransactionResponse(
    string TransactionId,
    string TransactionTimeStamp,
    string MerchantId,
    string DeviceId,
    string TransactionStatus,
    TransactionData Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? MerchantAccessToken = null);

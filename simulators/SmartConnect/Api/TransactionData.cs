using System.Text.Json.Serialization;

namespace PairingLab.SmartConnect.Api;

/// <summary>"data" of a transaction; what is null is left out. AmountTotal in cents, Timestamp yyyyMMddHHmmss (UTC), CardPan masked.</summary>
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

    /// <summary>OK-ACCEPTED, OK-DECLINED, OK-UNAVAILABLE, OK-DELAYED, CANCELLED, FAILED, FAILED-INTERFACE.</summary>
    [JsonPropertyName("TransactionResult")]
    public string? TransactionResult { get; init; }

    /// <summary>OK, CANCELLED, FAILED, FAILED-INTERFACE.</summary>
    [JsonPropertyName("Result")]
    public string? Result { get; init; }

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

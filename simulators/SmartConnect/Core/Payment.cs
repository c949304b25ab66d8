using System.Text.Json.Serialization;

namespace PairingLab.SmartConnect.Core;

/// <summary>A transaction that a register asked for.</summary>
/// <param name="Id">The transaction id.</param>
/// <param name="Number">Counts up in the order in which the server received them.</param>
/// <param name="Token">The merchant access token: what it is polled with.</param>
/// <param name="Register">The register as it was when the payment was accepted.</param>
/// <param name="Type">Transaction type, "Card.Purchase".</param>
/// <param name="Amount">Cents.</param>
/// <param name="AcceptedAt">When the server received it.</param>
public sealed record Payment(string Id, long Number, string Token, PairedRegister Register, string Type, long Amount, DateTimeOffset AcceptedAt)
{
    /// <summary>The serial number of the device that fetched it; null while it is in the queue.</summary>
    public string? TakenBy { get; init; }

    /// <summary>How it ended; null while it is pending.</summary>
    public PaymentResult? Result { get; init; }

    /// <summary>The last poll that was answered. Forgotten with the server's power.</summary>
    [JsonIgnore]
    public DateTimeOffset? PolledAt { get; init; }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.Json;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.ThirdParties;

/// <summary>The acquirer's answer about a card.</summary>
/// <param name="Error">The refusal; null when the card is approved.</param>
/// <param name="ResponseCode">The ISO 8583 response code; null without an answer.</param>
/// <param name="Product">The card's product; null when the answer does not name it.</param>
/// <param name="IsUnknown">Whether the acquirer did not answer, or not in its format: nothing is known of the card then.</param>
public sealed record CardStatus(Refusal? Error, string? ResponseCode, string? Product, bool IsUnknown = false);

/// <summary>
/// The acquirer's Account Status Inquiry (ISO 20022 JSON, <c>POST /cain-inquiry-requests</c>). A missing, late or malformed answer counts
/// as a refusal: no error admits a card.
/// </summary>
public sealed class Acquirer(HttpClient http, AccessControlSettings settings)
{
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether an acquirer is configured.</summary>
    public bool IsThere => settings.AsiAddress.Length > 0;

    /// <summary>Asks for the status of a card; in the amount step an amount is authorised instead.</summary>
    public async Task<CardStatus> AskAsync(CardTap tap, bool amountStep, CancellationToken late)
    {
        if (!IsThere)
        {
            return new(null, null, null);
        }

        try
        {
            var body = await SendAsync(tap, amountStep ? settings.VerificationAmount : 0m, late);
            return Judge(body, amountStep);
        }
        catch (Exception e) when (ThirdPartyFailure.Is(e))
        {
            return new(amountStep ? Refusal.AmountAuthFailed : Refusal.CardAsiFailed, null, null, IsUnknown: true);
        }
    }

    private static CardStatus Judge(JsonElement body, bool amountStep)
    {
        var code = body.GetProperty("body").GetProperty("prcgRslt").GetProperty("rsltData").GetProperty("rsltDtls").GetString();
        var product = body.GetProperty("body").TryGetProperty("envt", out var envt) && envt.TryGetProperty("card", out var card)
            && card.TryGetProperty("cardPdctTp", out var type) ? type.GetString() : null;
        return IsOf(2, code) && (product is null || IsOf(3, product))
            ? new(Error(code, amountStep), code, product)
            : throw new FormatException("a response code has two characters and a product three");
    }

    /// <summary>Only codes of the right length are stored, so that a card number in an answer is never stored.</summary>
    private static bool IsOf(int length, [NotNullWhen(true)] string? text) => text?.Length == length && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>
    /// 00 and 85 approve the card; 51 in the amount verification is reported to the cardholder. The mapping is the lab's.
    /// </summary>
    private static Refusal? Error(string code, bool amountStep) => (code, amountStep) switch
    {
        ("00" or "85", _) => null,
        ("51", true) => Refusal.InsufficientFunds,
        (_, true) => Refusal.AmountAuthFailed,
        _ => Refusal.CardAsiFailed,
    };

    private async Task<JsonElement> SendAsync(CardTap tap, decimal amount, CancellationToken late)
    {
        var address = settings.AsiAddress.TrimEnd('/');
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(Inquiry(tap, amount)));
        content.Headers.ContentType = new("application/json");
        var response = await http.PostAsync(new Uri($"{address}/cain-inquiry-requests"), content, late);
        while (response.StatusCode == HttpStatusCode.Accepted)
        {
            // 202: the answer is not ready; Location says where to ask for it.
            var where = response.Headers.Location ?? throw new InvalidOperationException("202 without Location");
            response.Dispose();
            await Task.Delay(BetweenPolls, TimeProvider.System, late);
            response = await http.GetAsync(new Uri(new Uri($"{address}/"), where), late);
        }

        using (response)
        {
            response.EnsureSuccessStatusCode();
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(late));
            return document.RootElement.Clone();
        }
    }

    private object Inquiry(CardTap tap, decimal amount) => new
    {
        body = new
        {
            envt = new { card = new { pan = tap.Pan, xpryDt = tap.ExpiryDate } },
            tx = new { txAmts = new { amt = amount.ToString("0.00", CultureInfo.InvariantCulture), ccy = settings.VerificationCurrency } },
        },
    };
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Text.Json;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.ThirdParties;

/// <summary>
/// The acquirer's Account Status Inquiry (ISO 20022 JSON, <c>POST /cain-inquiry-requests</c>). No answer, a late one and nonsense are
/// all like a card that does not pass: nobody gets in on an error.
/// </summary>
public sealed class Acquirer(HttpClient http, AccessControlSettings settings)
{
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether there is an acquirer to ask.</summary>
    public bool IsThere => settings.AsiAddress.Length > 0;

    /// <summary>Asks for the status of a card; at the amount step an amount is authorised instead.</summary>
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
        catch (Exception e) when (NoAnswer.Is(e))
        {
            return new(amountStep ? PosError.AmountAuthFailed : PosError.CardAsiFailed, null, null);
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

    /// <summary>What is kept of an answer is not longer than it may be: a card number that comes back is not kept.</summary>
    private static bool IsOf(int length, [NotNullWhen(true)] string? text) => text?.Length == length && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Response code → outcome [lab]: 00 and 85 pass; at the amount step 51 is said to the cardholder.</summary>
    private static PosError? Error(string code, bool amountStep) => (code, amountStep) switch
    {
        ("00" or "85", _) => null,
        ("51", true) => PosError.InsufficientFunds,
        (_, true) => PosError.AmountAuthFailed,
        _ => PosError.CardAsiFailed,
    };

    private async Task<JsonElement> SendAsync(CardTap tap, decimal amount, CancellationToken late)
    {
        var address = settings.AsiAddress.TrimEnd('/');
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(Inquiry(tap, amount)));
        content.Headers.ContentType = new("application/json");
        var response = await http.PostAsync(new Uri($"{address}/cain-inquiry-requests"), content, late);
        while (response.StatusCode == HttpStatusCode.Accepted)
        {
            // 202: the answer is not there yet; Location says where it will be.
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

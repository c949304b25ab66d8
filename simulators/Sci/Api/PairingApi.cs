using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PairingLab.Sci.Core;
using PairingLab.Sci.Service;

namespace PairingLab.Sci.Api;

/// <summary>The pairing service: <c>POST /v1/progress-pairing</c>.</summary>
/// <param name="sci">The service.</param>
/// <param name="baseUrlOf">The base URL of a tenant's SCI API.</param>
public sealed class PairingApi(SciService sci, Func<string, string> baseUrlOf)
{
    private const string Scheme = "ApiKey ";

    /// <summary>Maps the pairing service.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/progress-pairing", ProgressAsync);

    private async Task ProgressAsync(HttpContext http)
    {
        var from = $"{http.Connection.RemoteIpAddress}";
        var keysOf = $"keys of {from}";
        if (sci.Guesses.Take((keysOf, sci.Settings.CodeGuesses)) is { } untilNextKey)
        {
            await RefuseGuessAsync(http, untilNextKey);
            return;
        }

        var reason = WhyNoKey(http.Request, out var isLive);
        if (reason is not Refusal.ApiKeyInvalid)
        {
            sci.Guesses.TakeBack(keysOf);
        }

        if (reason is { } noKey)
        {
            await Refusals.WriteAsync(http, noKey);
            return;
        }

        var body = await RequestBody.ReadAsync(http.Request, http.RequestAborted);
        var (request, mistake) = body is null
            ? (null, $"a body of more than {RequestBody.Longest} bytes")
            : ProgressRequest.Read(body);
        if (request is null)
        {
            await Refusals.WriteAsync(http, Refusal.InvalidRequest, mistake, body is null ? StatusCodes.Status413PayloadTooLarge : null);
            return;
        }

        if (sci.Guesses.Take((from, sci.Settings.CodeGuesses)) is { } wait)
        {
            await RefuseGuessAsync(http, wait);
            return;
        }

        var answer = await sci.DoAsync(new ProgressPairing(request.PairingCode, request.PairingNickname, isLive));
        if (answer.Refusal is not Refusal.PairingNotFound)
        {
            sci.Guesses.TakeBack(from);
        }

        await (answer.Refusal is { } refusal ? Refusals.WriteAsync(http, refusal) : SucceedAsync(http, answer));
    }

    private static Task RefuseGuessAsync(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Refusals.WriteAsync(http, Refusal.TooManyGuesses);
    }

    private Task SucceedAsync(HttpContext http, SciAnswer answer)
    {
        var pairing = sci.State.Pairings[answer.Events.OfType<PairingProgressed>().Last().PairingId];
        return SciReply.WriteDataAsync(
            http,
            StatusCodes.Status200OK,
            (Pairing: pairing, BaseUrl: AsAsked(http.Request, baseUrlOf(pairing.Tenant))),
            (json, of) => Write(json, of.Pairing, of.BaseUrl));
    }

    /// <summary>The tenant by the name and the scheme that the POS has used: another name may lead it nowhere.</summary>
    private static string AsAsked(HttpRequest request, string baseUrl) => request.Host.Host is { Length: > 0 } host
        ? string.Create(CultureInfo.InvariantCulture, $"{request.Scheme}://{host}:{new Uri(baseUrl).Port}")
        : baseUrl;

    private void Write(Utf8JsonWriter json, Pairing pairing, string baseUrl)
    {
        json.WriteString("pairing_id", pairing.Id);
        json.WriteString("key_id", pairing.KeyId);
        json.WriteString("confirmation_code", pairing.ConfirmationCode);
        json.WriteString("signing_secret_part_b", pairing.SecretPartB);
        if (sci.Settings.BaseUrlField != BaseUrlField.Sci)
        {
            json.WriteString("spi_cloud_api_base_url", baseUrl);
        }

        if (sci.Settings.BaseUrlField != BaseUrlField.Spi)
        {
            json.WriteString("sci_api_base_url", baseUrl);
        }

        json.WriteString("tid", pairing.Tid);
        json.WriteString("pairing_nickname", pairing.Nickname);
        json.WriteString("terminal_nickname", pairing.TerminalNickname);
    }

    private Refusal? WhyNoKey(HttpRequest request, out bool isLive)
    {
        isLive = false;
        var header = request.Headers.Authorization.ToString();
        if (string.IsNullOrWhiteSpace(header))
        {
            return Refusal.ApiKeyMissing;
        }

        var key = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        isLive = Same(key, sci.Credentials.LiveApiKey);
        return isLive || Same(key, sci.Credentials.ApiKey) ? null : Refusal.ApiKeyInvalid;
    }

    private static bool Same(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}

using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Web;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Api;

/// <summary>Refusals on the wire: <c>{"error":{"code":"pairing_not_found","message":"Pairing not found: Pairing not found"}}</c>.</summary>
public static class Refusals
{
    /// <summary>The code of a refusal, "pairing_not_found".</summary>
    public static string Code(Refusal refusal) => JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.ToString());

    /// <summary>HTTP status of a refusal.</summary>
    public static int Status(Refusal refusal) => refusal switch
    {
        Refusal.InvalidRequest => StatusCodes.Status400BadRequest,
        Refusal.ApiKeyInvalid or Refusal.ApiKeyMissing or Refusal.NoValidSignaturesFound or Refusal.NoActivePairingsFound =>
            StatusCodes.Status401Unauthorized,
        Refusal.PairingRouteForbidden or Refusal.TestApiKeyForbiddenForLivePairing => StatusCodes.Status403Forbidden,
        Refusal.PairingNotFound or Refusal.NotFound or Refusal.TransactionNotFound or Refusal.TransactionNotFoundWithinTimeout
            or Refusal.TerminalUnknown => StatusCodes.Status404NotFound,
        Refusal.TransactionRefused or Refusal.TerminalBusy or Refusal.NothingToDo => StatusCodes.Status409Conflict,
        Refusal.PairingNotInitial => StatusCodes.Status422UnprocessableEntity,
        Refusal.TooManyGuesses => StatusCodes.Status429TooManyRequests,
        Refusal.DeviceNotConnected => StatusCodes.Status424FailedDependency,
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without a status"),
    };

    /// <summary>
    /// The message: "title: description from the error table of the SCI integration guide" where that is all that is known; the vendor's
    /// own where it is public.
    /// </summary>
    public static string Text(Refusal refusal) => refusal switch
    {
        Refusal.InvalidRequest => "Invalid request: Missing pairing_code or invalid value",
        Refusal.ApiKeyInvalid => "API key invalid: Invalid Pairing API Secret Key",
        Refusal.ApiKeyMissing => "API key missing: Authorization header missing",
        Refusal.PairingRouteForbidden => "Pairing route forbidden: Terminal not connected to an authorised tenant",
        Refusal.TestApiKeyForbiddenForLivePairing => "Test API key forbidden for live pairing: Test key used against a live environment",
        Refusal.PairingNotFound => "Pairing not found: Pairing not found",
        Refusal.TooManyGuesses => "Too many guesses: Too many unknown pairing codes, wait before the next one",
        Refusal.PairingNotInitial => "Pairing not initial: Pairing already progressed, expired, or revoked",
        Refusal.NoValidSignaturesFound => "No valid signatures found",
        Refusal.NoActivePairingsFound => "No active pairings found",
        Refusal.NotFound => "Route not found",
        Refusal.DeviceNotConnected => "The payment device is not connected.",
        Refusal.TransactionNotFound => "Transaction not found",
        Refusal.TransactionNotFoundWithinTimeout => "Transaction not found within timeout",
        Refusal.TransactionRefused => "Transaction refused: The payment device is busy",
        Refusal.TerminalBusy => "The terminal is busy. End what is under way first.",
        Refusal.NothingToDo => "There is nothing to do any more: time has run out, or somebody else was faster.",
        Refusal.TerminalUnknown => "This terminal is not known.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "a refusal without a text"),
    };

    /// <summary>Answers with a refusal.</summary>
    /// <param name="http">The request.</param>
    /// <param name="refusal">Why.</param>
    /// <param name="detail">What exactly is wrong, and what would be right; null when the text says it all.</param>
    /// <param name="status">Another status than the refusal's own; null for that.</param>
    public static Task WriteAsync(HttpContext http, Refusal refusal, string? detail = null, int? status = null)
    {
        var message = detail is null ? Text(refusal) : $"{Text(refusal)} ({detail})";
        return SciReply.WriteAsync(http, status ?? Status(refusal), Body(refusal, message));
    }

    /// <summary>Answers that a request of the SCI API is wrong; the pairing service has the words of the SCI integration guide.</summary>
    /// <param name="http">The request.</param>
    /// <param name="mistake">What exactly is wrong, and what would be right.</param>
    /// <param name="status">400, or 413.</param>
    public static Task WriteInvalidAsync(HttpContext http, string mistake, int status = StatusCodes.Status400BadRequest) =>
        SciReply.WriteAsync(http, status, Body(Refusal.InvalidRequest, Invalid(mistake)));

    /// <summary>What is said to who sends no HTTP at all.</summary>
    public static byte[] BodyOfNoRequest(int status) => Body(Refusal.InvalidRequest, Invalid(status switch
    {
        StatusCodes.Status431RequestHeaderFieldsTooLarge => "the headers are too large: at most 100 of them, 32 KB together",
        StatusCodes.Status414UriTooLong => "the request line is too long: at most 8 KB",
        StatusCodes.Status408RequestTimeout => "the request did not come within its time",
        _ => "this is not an HTTP request: a request line, headers of the form \"Name: value\", an empty line",
    }));

    private static string Invalid(string mistake) => $"Invalid request: {mistake}";

    private static byte[] Body(Refusal refusal, string message) =>
        JsonSerializer.SerializeToUtf8Bytes(new { error = new LabError(Code(refusal), message) }, LabJson.Options);
}

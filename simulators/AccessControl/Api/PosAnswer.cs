using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Services;
using PairingLab.Kernel.Web;

namespace PairingLab.AccessControl.Api;

/// <summary>Answers of the device API; an error is <c>{"code":"…","message":"…"}</c>.</summary>
internal static class PosAnswer
{
    public static IResult Json<T>(T body) => Results.Json(body, LabJson.Options);

    public static IResult Error(int status, string code, string message) => Results.Json(new PosErrorResponse(code, message), LabJson.Options, statusCode: status);

    public static IResult Error(PosError error, string? ruleset, string? rule) =>
        Results.Json(new PosErrorResponse(error.Code, error.Message, ruleset, rule), LabJson.Options, statusCode: StatusCodes.Status422UnprocessableEntity);

    /// <summary>The error of a pairing.</summary>
    public static IResult Pairing(string code) => code switch
    {
        "UNKNOWN_DEVICE" => Error(StatusCodes.Status404NotFound, code, PosError.UnknownDevice.Message),
        "ALREADY_PAIRED" => Error(StatusCodes.Status409Conflict, code, "The device is paired already."),
        "INVALID_PAIRING_CODE" => Error(StatusCodes.Status403Forbidden, code, "The pairing code is wrong, used or too old. Get a new one from the Admin Panel."),
        _ => Error(StatusCodes.Status400BadRequest, code, "The public key must be an RSA key of 2048 bits, base64 encoded (SubjectPublicKeyInfo, DER)."),
    };

    /// <summary>The error of a confirmation.</summary>
    public static IResult Confirming(string code) => code switch
    {
        "UNKNOWN_ACCESS_ID" => Error(StatusCodes.Status404NotFound, code, "This terminal has checked no entry with that accessId."),
        "ALREADY_CONFIRMED" => Error(StatusCodes.Status409Conflict, code, "The entry is confirmed already, with other guests."),
        "ACCESS_ID_EXPIRED" => Error(StatusCodes.Status422UnprocessableEntity, code, "The entry was not confirmed in time. Use the card again."),
        _ => Error(PosError.LimitExceeded, null, "Number of guests"),
    };

    /// <summary>A list with its tag; nothing when the device has that one already.</summary>
    public static IResult Tagged(HttpContext http, string tag, object body)
    {
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.ToString() == tag ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Json(body, LabJson.Options);
    }
}

using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Api;

/// <summary>Answers of the device API. An error is <c>{"code":"…","message":"…"}</c>.</summary>
internal static class PosAnswer
{
    public static IResult Json<T>(T body) => Results.Json(body, LabJson.Options);

    public static IResult Error(int status, string code, string message) =>
        Results.Json(new PosErrorResponse(code, message), LabJson.Options, statusCode: status);

    public static IResult Error(Refusal refusal, string? ruleset = null, string? rule = null, string? outage = null) =>
        Results.Json(
            new PosErrorResponse(refusal.Code(), refusal.Message(), ruleset, rule, RuleNames.OutageOf(outage)),
            LabJson.Options,
            statusCode: Status(refusal));

    /// <summary>A list with its tag; 304 when the device has this version already.</summary>
    public static IResult Tagged(HttpContext http, string tag, object body)
    {
        http.Response.Headers.ETag = tag;
        return http.Request.Headers.IfNoneMatch.ToString() == tag ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Json(body, LabJson.Options);
    }

    private static int Status(Refusal refusal) => refusal switch
    {
        Refusal.UnknownSerial or Refusal.UnknownAccessId => StatusCodes.Status404NotFound,
        Refusal.AlreadyPaired or Refusal.AlreadyConfirmed => StatusCodes.Status409Conflict,
        Refusal.InvalidPairingCode => StatusCodes.Status403Forbidden,
        Refusal.TooManyGuesses => StatusCodes.Status429TooManyRequests,
        Refusal.InvalidPublicKey => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

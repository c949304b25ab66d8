using Microsoft.AspNetCore.Http;

namespace PairingLab.Kernel.Web;

/// <summary>An error of the lab's endpoints: <c>{"error":{"code":"…","message":"…"}}</c>.</summary>
public sealed record LabError(string Code, string Message)
{
    /// <summary>404 with this error.</summary>
    public static IResult NotFound(string code, string message) => Answer(StatusCodes.Status404NotFound, new(code, message));

    /// <summary>400 with this error.</summary>
    public static IResult BadRequest(string code, string message) => Answer(StatusCodes.Status400BadRequest, new(code, message));

    /// <summary>409 with this error.</summary>
    public static IResult Conflict(LabError error) => Answer(StatusCodes.Status409Conflict, error);

    /// <summary>This error with any status.</summary>
    public static IResult Answer(int status, LabError error) => Results.Json(new { error }, LabJson.Options, statusCode: status);
}

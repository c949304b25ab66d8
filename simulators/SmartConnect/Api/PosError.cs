using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Web;

namespace PairingLab.SmartConnect.Api;

/// <summary>An error as SmartConnect's POS API has it: <c>{"error":"…"}</c>.</summary>
public sealed record PosError(string Error)
{
    /// <summary>The answer that carries it.</summary>
    public static IResult Answer(int status, string text) => Results.Json(new PosError(text), LabJson.Options, statusCode: status);
}

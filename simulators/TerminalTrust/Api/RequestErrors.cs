using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Api;

/// <summary>
/// Tells the author of a terminal's software what is wrong with a request. The web server's own refusals are answered here too: it
/// would send them without a body.
/// </summary>
internal static class RequestErrors
{
    /// <summary>For input that is not HTTP.</summary>
    public static BareRefusals Bare { get; } =
        new(status => JsonSerializer.SerializeToUtf8Bytes(new { error = ErrorOf(RefusalOf(status)) }, LabJson.Options));

    /// <summary>The answer that refuses a request.</summary>
    public static IResult Refuse(int status, Refusal refusal) => LabError.Answer(status, ErrorOf(refusal));

    /// <summary>The form of errors that the lab's web server names: those of a server's bug or disk keep their own text.</summary>
    public static IResult Form(HttpContext http, int status, LabError error) =>
        status >= StatusCodes.Status500InternalServerError || error.Code == "foreign_origin"
            ? LabError.Answer(status, error)
            : Refuse(status, RefusalOf(status));

    /// <summary>Gives every error a body that names it.</summary>
    public static async Task NameAsync(HttpContext http, Func<Task> next)
    {
        try
        {
            // The web server's own limit breaks the connection, and a client that is still sending would not read why.
            if (http.Request.ContentLength > Refusals.LongestBody)
            {
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            }
            else
            {
                await next();
            }
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = e.StatusCode;
        }

        if (http.Response is { HasStarted: false, ContentType: null, StatusCode: >= 400 and var status })
        {
            await Refuse(status, RefusalOf(status)).ExecuteAsync(http);
        }
    }

    private static LabError ErrorOf(Refusal refusal) => new(refusal.Code(), refusal.Text());

    private static Refusal RefusalOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => Refusal.NoSuchPath,
        StatusCodes.Status405MethodNotAllowed => Refusal.WrongMethod,
        StatusCodes.Status413PayloadTooLarge => Refusal.TooLong,
        StatusCodes.Status415UnsupportedMediaType => Refusal.NotJson,
        _ => Refusal.BadRequest,
    };
}

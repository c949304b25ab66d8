using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Api.Tokens;
using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Api;

/// <summary>
/// Guards everything under /pos except the pairing itself: without a valid token the answer is always ACCESS_FORBIDDEN, whatever else is
/// wrong with the request.
/// </summary>
internal sealed class PosGate(IMacsDatabase database, TokenRules rules, LabClock clock)
{
    private const string Bearer = "Bearer ";

    public async Task PassAsync(HttpContext http, RequestDelegate next)
    {
        if (!http.Request.Path.StartsWithSegments("/pos", StringComparison.OrdinalIgnoreCase)
            || http.Request.Path.Equals("/pos/pair", StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
        }
        else if (await TerminalAsync(http) is { } terminal)
        {
            http.Features.Set(terminal);
            await ServeAsync(http, next, terminal);
        }
        else
        {
            await ForbidAsync(http);
        }
    }

    private static Task ForbidAsync(HttpContext http) =>
        PosAnswer.Error(StatusCodes.Status403Forbidden, "ACCESS_FORBIDDEN", "Access is forbidden.").ExecuteAsync(http);

    /// <summary>The key is cached; whether it still belongs to the terminal is checked in the transaction that does the work.</summary>
    private async Task ServeAsync(HttpContext http, RequestDelegate next, PairedTerminal terminal)
    {
        try
        {
            await AnswerAsync(http, next, terminal);
        }
        catch (NotPairedException)
        {
            rules.Forget(terminal.Serial);
            await ForbidAsync(http);
        }
    }

    /// <summary>
    /// Only a paired terminal learns what is wrong with a request. No transaction has checked the pairing so far, so it is checked here.
    /// </summary>
    private async Task AnswerAsync(HttpContext http, RequestDelegate next, PairedTerminal terminal)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException)
        {
            await database.RunAsync(session => Terminals.RequirePaired(session, terminal));
            throw;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest })
        {
            await database.RunAsync(session => Terminals.RequirePaired(session, terminal));
        }
    }

    private async Task<PairedTerminal?> TerminalAsync(HttpContext http)
    {
        var headers = http.Request.Headers.Authorization;
        if (headers is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            || DeviceToken.Read(header[Bearer.Length..]) is not { } token || !rules.TimesHold(token, clock.GetUtcNow()))
        {
            return null;
        }

        return rules.SignedByKnown(token)
            ?? rules.SignedBy(token, await database.RunAsync(session => Terminals.Find(session, token.Subject)));
    }
}

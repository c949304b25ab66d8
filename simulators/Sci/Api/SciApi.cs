using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using PairingLab.Sci.Core;
using PairingLab.Sci.Core.Commands;
using PairingLab.Sci.Service;
using PairingLab.Sci.Signing;

namespace PairingLab.Sci.Api;

/// <summary>The SCI API of one tenant: signed requests about a pairing and its transactions.</summary>
/// <param name="sci">The service.</param>
/// <param name="tenant">The tenant's id.</param>
/// <param name="hub">Knows which terminals are connected.</param>
/// <param name="news">Wakes whoever waits for news of a transaction.</param>
public sealed class SciApi(SciService sci, string tenant, TerminalHub hub, TransactionNews news)
{
    private readonly SignatureVerifier verifier = new(tenant, sci.Credentials.SigningSecretPartA, sci.Settings.ClockSkew);

    /// <summary>Maps the API.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/pairing-info", http => WhenActiveAsync(http, (pairing, _) => SciReply.WriteDataAsync(http, StatusCodes.Status200OK, pairing, SciJson.WritePairing)));
        routes.MapPost("/v1/unpair", http => WhenSignedAsync(http, (pairing, _) => UnpairAsync(http, pairing)));
        routes.MapPost("/v1/transactions", http => WhenActiveAsync(http, (pairing, body) => StartAsync(http, pairing, body)));
        routes.MapPost("/v1/transactions/{id}/signature", http => WhenActiveAsync(http, (pairing, body) => JudgeAsync(http, pairing, body)));
        routes.MapGet("/v1/transactions/{id}", http => WhenActiveAsync(http, (pairing, _) => WatchAsync(http, pairing)));
    }

    private Task WhenActiveAsync(HttpContext http, Func<Pairing, byte[], Task> work) => WhenSignedAsync(http, (pairing, body) =>
        pairing.Status == PairingStatus.Active ? work(pairing, body) : SciError.WriteAsync(http, Refusal.NoActivePairingsFound));

    private async Task WhenSignedAsync(HttpContext http, Func<Pairing, byte[], Task> work)
    {
        var body = await RequestBody.ReadAsync(http.Request, http.RequestAborted);
        if (body is null)
        {
            await SciError.WriteAsync(http, Refusal.InvalidRequest, $"a body of more than {RequestBody.Longest} bytes", StatusCodes.Status413PayloadTooLarge);
            return;
        }

        await (SignedBy(http, body) is { } pairing ? work(pairing, body) : SciError.WriteAsync(http, Refusal.NoValidSignaturesFound));
    }

    /// <summary>The digest is demanded where there can be a body; a GET may have one too, and what is signed must be right.</summary>
    private Pairing? SignedBy(HttpContext http, byte[] body)
    {
        var headers = http.Request.Headers;
        var input = headers["Signature-Input"].ToString();
        var digest = headers["Content-Digest"].ToString() is { Length: > 0 } given ? given : null;
        var demanded = http.Request.Method is not "GET" || body.Length > 0;
        var request = new SignedRequest(
            http.Request.Method, (http.Request.Host.Value ?? "").ToLowerInvariant(), http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, digest);
        return digest is null || ContentDigest.Matches(digest, body) || (!demanded && !input.Contains("content-digest", StringComparison.Ordinal))
            ? verifier.Verify(sci.State, request, input, headers["Signature"].ToString(), demanded, sci.Now)
            : null;
    }

    private async Task UnpairAsync(HttpContext http, Pairing pairing)
    {
        if ((await sci.DoAsync(new UnpairByPos(pairing.Id))).Refusal is { } refusal)
        {
            await SciError.WriteAsync(http, refusal);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task StartAsync(HttpContext http, Pairing pairing, byte[] body)
    {
        var (amount, mistake) = PurchaseRequest.Read(body);
        if (amount is null)
        {
            await SciError.WriteAsync(http, Refusal.InvalidRequest, mistake);
            return;
        }

        var id = SciCodes.Id("txn");
        var answer = await sci.DoAsync(new StartTransaction(id, pairing.Id, amount.Value, hub.IsConnected(pairing.Terminal)));
        await (answer.Refusal is { } refusal ? SciError.WriteAsync(http, refusal) : TellAsync(http, pairing, id));
    }

    private async Task JudgeAsync(HttpContext http, Pairing pairing, byte[] body)
    {
        if (SignatureRequest.Read(body) is not { } accepted)
        {
            await SciError.WriteAsync(http, Refusal.InvalidRequest, "the body must be {\"accepted\":true} or {\"accepted\":false}");
            return;
        }

        var id = (string)http.Request.RouteValues["id"]!;
        var answer = await sci.DoAsync(new JudgeSignature(pairing.Id, id, accepted));
        await (answer.Refusal is { } refusal ? SciError.WriteAsync(http, refusal) : TellAsync(http, pairing, id));
    }

    private async Task WatchAsync(HttpContext http, Pairing pairing)
    {
        var version = http.Request.Query["min_version"].ToString();
        if (!int.TryParse(version.Length == 0 ? "0" : version, NumberStyles.None, CultureInfo.InvariantCulture, out var minimum))
        {
            await SciError.WriteAsync(http, Refusal.InvalidRequest, "min_version must be a whole number such as 2");
            return;
        }

        var id = (string)http.Request.RouteValues["id"]!;
        using var seen = await news.WaitAsync(id, minimum, http.RequestAborted);
        await TellAsync(http, pairing, id);
    }

    private Task TellAsync(HttpContext http, Pairing pairing, string id) =>
        sci.State.Transactions.GetValueOrDefault(id) is { } transaction && transaction.Pairing == pairing.Id
            ? SciReply.WriteDataAsync(http, StatusCodes.Status200OK, transaction, SciJson.WriteTransaction)
            : SciError.WriteAsync(http, Refusal.TransactionNotFound);
}

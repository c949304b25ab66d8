using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using PairingLab.Sci.Core;
using PairingLab.Sci.Service;
using PairingLab.Sci.Signing;

namespace PairingLab.Sci.Api;

/// <summary>The SCI API of one tenant: signed requests about a pairing and its transactions.</summary>
/// <param name="sci">The service.</param>
/// <param name="tenant">The tenant's id.</param>
/// <param name="transactions">What is asked of transactions.</param>
public sealed class SciApi(SciService sci, string tenant, TransactionsApi transactions)
{
    private readonly SignatureVerifier verifier = new(tenant, sci.Credentials.SigningSecretPartA, sci.Settings.ClockSkew);

    /// <summary>Maps the API.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/pairing-info", http => WhenActiveAsync(http, (pairing, _) => TellAsync(http, pairing)));
        routes.MapPost("/v1/unpair", http => WhenSignedAsync(http, (pairing, _) => UnpairAsync(http, pairing)));
        foreach (var path in new[] { "/v1/transactions", "/v1/settlements" })
        {
            routes.MapPost(path, http => WhenActiveAsync(http, (pairing, body) => transactions.StartAsync(http, pairing, body)));
            routes.MapGet($"{path}/{{id}}", http => WhenActiveAsync(http, (pairing, _) => transactions.WatchAsync(http, pairing)));
            routes.MapPost($"{path}/{{id}}/cancel", http => WhenActiveAsync(http, (pairing, _) => transactions.CancelAsync(http, pairing)));
        }

        routes.MapPost("/v1/transactions/{id}/submit/{button}", http => WhenActiveAsync(
            http, (pairing, body) => transactions.SubmitAsync(http, pairing, body)));
        routes.MapPost("/v1/transactions/{id}/signature", http => WhenActiveAsync(
            http, (pairing, body) => transactions.JudgeAsync(http, pairing, body)));
    }

    /// <summary>The vendor's was seen to lag behind the confirmation: a fault that can be set.</summary>
    private Task TellAsync(HttpContext http, Pairing pairing) => sci.Now - pairing.At < sci.Settings.PairingInfoLag
        ? Refusals.WriteAsync(http, Refusal.NoActivePairingsFound)
        : SciReply.WriteDataAsync(http, StatusCodes.Status200OK, pairing, PairingJson.Write);

    private Task WhenActiveAsync(HttpContext http, Func<Pairing, byte[], Task> work) => WhenSignedAsync(http, (pairing, body) =>
        pairing.Status == PairingStatus.Active ? work(pairing, body) : Refusals.WriteAsync(http, Refusal.NoActivePairingsFound));

    private async Task WhenSignedAsync(HttpContext http, Func<Pairing, byte[], Task> work)
    {
        var body = await RequestBody.ReadAsync(http.Request, http.RequestAborted);
        if (body is null)
        {
            await Refusals.WriteInvalidAsync(
                http, $"a body of more than {RequestBody.Longest} bytes", StatusCodes.Status413PayloadTooLarge);
            return;
        }

        await (SignedBy(http, body) is { } pairing ? work(pairing, body) : Refusals.WriteAsync(http, Refusal.NoValidSignaturesFound));
    }

    /// <summary>The digest is demanded where there can be a body; a GET may have one too, and what is signed must be right.</summary>
    private Pairing? SignedBy(HttpContext http, byte[] body)
    {
        var headers = http.Request.Headers;
        var input = headers["Signature-Input"].ToString();
        var digest = headers["Content-Digest"].ToString() is { Length: > 0 } given ? given : null;
        var demanded = http.Request.Method is not "GET" || body.Length > 0;
        if (digest is not null && !ContentDigest.Matches(digest, body)
            && (demanded || input.Contains("content-digest", StringComparison.Ordinal)))
        {
            return null;
        }

        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var request = new SignedRequest(
            http.Request.Method, (http.Request.Host.Value ?? "").ToLowerInvariant(), target, digest, http.Request.Scheme, headers);
        var signature = headers["Signature"].ToString();
        return verifier.Verify(sci.State, request, input, signature, demanded, sci.Now)
            ?? (ApiAlias.IsAlias(target)
                ? verifier.Verify(
                    sci.State, request with { Target = target[ApiAlias.Prefix.Length..] }, input, signature, demanded, sci.Now)
                : null);
    }

    private async Task UnpairAsync(HttpContext http, Pairing pairing)
    {
        if ((await sci.DoAsync(new UnpairByPos(pairing.Id))).Refusal is { } refusal)
        {
            await Refusals.WriteAsync(http, refusal);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}

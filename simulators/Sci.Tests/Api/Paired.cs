using System.Text;
using System.Text.Json;
using PairingLab.Sci.Signing;

namespace PairingLab.Sci.Tests.Api;

/// <summary>A pairing as its POS has stored it, and the signed requests that it makes.</summary>
internal sealed record Paired(string Id, string KeyId, string PartB, string BaseUrl, RunningSci Sci, RequestSigner Signer)
{
    public static Paired Of(JsonElement data, string partA, RunningSci sci)
    {
        var (key, secret) = (data.GetProperty("key_id").GetString()!, data.GetProperty("signing_secret_part_b").GetString()!);
        return new(
            data.GetProperty("pairing_id").GetString()!,
            key,
            secret,
            data.GetProperty("sci_api_base_url").GetString()!,
            sci,
            new(key, partA, secret));
    }

    public Task<Answer> InfoAsync() => AskAsync("GET", "/v1/pairing-info");

    public Task<Answer> UnpairAsync() => AskAsync("POST", "/v1/unpair");

    public Task<Answer> PurchaseAsync(long cents) =>
        AskAsync("POST", "/v1/transactions", $$$"""{"purchase_details":{"purchase_amount":{{{cents}}}}}""");

    public Task<Answer> AskAsync(string method, string path, string? body = null, TimeSpan clockOff = default) =>
        Sci.SendAsync(method, BaseUrl + path, body, Sign(method, path, body, clockOff).All);

    public SignatureHeaders Sign(string method, string path, string? body = null, TimeSpan clockOff = default) =>
        Signer.Sign(method, new(BaseUrl + path), Encoding.UTF8.GetBytes(body ?? ""), Sci.Clock.GetUtcNow() + clockOff);
}

using System.Text;
using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;
using PairingLab.Sci.Signing;
using static PairingLab.Sci.Devices.Pos.PosRequestKind;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>A POS's requests, put into HTTP, signed and sent.</summary>
internal sealed class PosNetwork(DeviceHttp http, PosConfiguration built, LabClock clock)
{
    /// <summary>Asks SCI something.</summary>
    /// <param name="request">What.</param>
    /// <param name="state">What is typed.</param>
    /// <param name="cancel">Calls the request back.</param>
    public async Task<PosReply> AskAsync(PosRequest request, PosState state, CancellationToken cancel) => request.Kind switch
    {
        Pair => Read(await PairAsync(state, cancel).ConfigureAwait(false), ReadPairing),
        CancelNew or Unpair => Read(await SignedAsync(HttpMethod.Post, request.Pairing!, "/v1/unpair", null, isLongPoll: false, cancel).ConfigureAwait(false), _ => new(Done: true)),
        Act => Read(
            await SignedAsync(HttpMethod.Post, request.Pairing!, request.Action!.Path, request.Action.Body, isLongPoll: false, cancel).ConfigureAwait(false), ReadPurchase),
        Purchase => Read(await StartAsync(request, cancel).ConfigureAwait(false), ReadPurchase),
        _ => Read(await SignedAsync(HttpMethod.Get, request.Pairing!, "/v1/pairing-info", null, isLongPoll: false, cancel).ConfigureAwait(false), _ => new(Done: true)),
    };

    /// <summary>Waits for news of a purchase.</summary>
    public async Task<PosReply> WatchAsync(PosPurchase purchase, CancellationToken cancel) => Read(
        await SignedAsync(HttpMethod.Get, purchase.Pairing!, $"/v1/transactions/{purchase.Id}?min_version={purchase.Version + 1}", null, isLongPoll: true, cancel).ConfigureAwait(false),
        ReadPurchase);

    private Task<DeviceReply> PairAsync(PosState state, CancellationToken cancel)
    {
        var nickname = state.In(PosFields.Nickname) is { Length: > 0 } typed ? typed : null;
        var body = JsonSerializer.Serialize(new { pairing_code = state.In(PosFields.Code), pairing_nickname = nickname }, LabJson.Options);
        return http.SendAsync(
            new DeviceRequest(HttpMethod.Post, $"{built.PairingService()}/v1/progress-pairing", body, [new("Authorization", $"ApiKey {built.ApiKey}")]), cancel);
    }

    private Task<DeviceReply> StartAsync(PosRequest request, CancellationToken cancel) => SignedAsync(
        HttpMethod.Post,
        request.Pairing!,
        "/v1/transactions",
        JsonSerializer.Serialize(new { purchase_details = new { purchase_amount = request.Amount } }, LabJson.Options),
        isLongPoll: false,
        cancel);

    private Task<DeviceReply> SignedAsync(HttpMethod method, StoredPairing pairing, string path, string? json, bool isLongPoll, CancellationToken cancel)
    {
        var url = pairing.BaseUrl + path;
        var headers = new RequestSigner(pairing.KeyId, built.SigningSecretPartA, pairing.SigningSecretPartB)
            .Sign(method.Method, new(url), Encoding.UTF8.GetBytes(json ?? ""), clock.GetUtcNow());
        return http.SendAsync(new DeviceRequest(method, url, json, [.. headers.All], isLongPoll), cancel);
    }

    /// <summary>An answer that is not SCI's, of a proxy say, is no answer.</summary>
    private static PosReply Read(DeviceReply reply, Func<JsonElement, PosReply> read)
    {
        try
        {
            return reply.Error is { } error ? new(Done: false, error.Code, error.Message)
                : !reply.Ok ? PosReply.None
                : reply.Body.Length == 0 ? new(Done: true)
                : read(JsonDocument.Parse(reply.Body).RootElement.GetProperty("data"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return PosReply.None;
        }
    }

    /// <summary>Seed: spi_cloud_api_base_url; the vendor's live API calls it sci_api_base_url.</summary>
    private static PosReply ReadPairing(JsonElement data) => new(Done: true, Paired: new(
        Text(data, "pairing_id")!,
        Text(data, "key_id")!,
        Text(data, "confirmation_code")!,
        Text(data, "signing_secret_part_b")!,
        Text(data, "spi_cloud_api_base_url") ?? Text(data, "sci_api_base_url")!,
        Text(data, "tid")!,
        Text(data, "pairing_nickname"),
        Text(data, "terminal_nickname")!));

    private static PosReply ReadPurchase(JsonElement data)
    {
        var purchase = new PosPurchase(Text(data, "id")!, data.GetProperty("version").GetInt32(), Text(data, "message")!, Text(data, "result_financial_status"));
        return new(Done: true, Purchase: purchase with { Actions = ReadActions(data) });
    }

    private static IReadOnlyList<PosAction> ReadActions(JsonElement data) =>
        data.TryGetProperty("pos_instructions", out var instructions) && instructions.TryGetProperty("elements", out var elements)
            ? [.. elements.EnumerateArray().Where(e => Text(e, "type") == "button").Select(e => new PosAction(Text(e, "text")!, Text(e, "path")!, e.GetProperty("body").GetRawText()))]
            : [];

    private static string? Text(JsonElement data, string name) => data.TryGetProperty(name, out var value) ? value.GetString() : null;
}

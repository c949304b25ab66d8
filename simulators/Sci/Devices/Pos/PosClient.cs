using System.Text;
using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Simulation;
using PairingLab.Sci.Signing;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>What a POS asks of SCI.</summary>
public abstract record PosRequest
{
    /// <summary>progress-pairing with the code that was entered.</summary>
    public sealed record Pair(string Code, string? Nickname) : PosRequest;

    /// <summary>What is asked over a pairing, and signed with its key.</summary>
    public abstract record Signed(StoredPairing Pairing) : PosRequest;

    /// <summary>pairing-info: [Test] on a pairing, the one that is being made or one that is there.</summary>
    public sealed record Test(StoredPairing Pairing) : Signed(Pairing);

    /// <summary>pairing-info: the pairing section was opened.</summary>
    public sealed record Check(StoredPairing Pairing) : Signed(Pairing);

    /// <summary>pairing-info before a transaction.</summary>
    public sealed record CheckBeforeSale(StoredPairing Pairing, PosOrder Order) : Signed(Pairing);

    /// <summary>unpair: [Unpair], or [Cancel] on the pairing that is being made.</summary>
    public sealed record Unpair(StoredPairing Pairing) : Signed(Pairing);

    /// <summary>transactions, or settlements.</summary>
    public sealed record Pay(StoredPairing Pairing, PosOrder Order) : Signed(Pairing);

    /// <summary>A button of pos_instructions, or [Cancel].</summary>
    /// <param name="Purchase">The transaction.</param>
    /// <param name="Url">Where it posts.</param>
    /// <param name="Body">The inputs as JSON; null when there are none: then it posts nothing.</param>
    public sealed record Act(PosPurchase Purchase, string Url, string? Body) : Signed(Purchase.Pairing);

    /// <summary>News of a purchase, as soon as there is any.</summary>
    public sealed record Watch(PosPurchase Purchase) : Signed(Purchase.Pairing);
}

/// <summary>What came back to a POS.</summary>
/// <param name="Done">Whether it was done.</param>
/// <param name="ErrorCode">Why not; null when done, "" when nobody answered, or nobody that speaks SCI.</param>
/// <param name="ErrorText">The API's message.</param>
/// <param name="Paired">Pair: the new pairing.</param>
/// <param name="Purchase">A transaction.</param>
public sealed record PosReply(
    bool Done, string? ErrorCode = null, string? ErrorText = null, StoredPairing? Paired = null, PosPurchase? Purchase = null)
{
    /// <summary>Nobody answered.</summary>
    public static readonly PosReply None = new(Done: false, "");

    /// <summary>Whether SCI has answered that nothing newer came while it was waited for.</summary>
    public bool NothingNew => ErrorCode == "transaction_not_found_within_timeout";

    /// <summary>Whether the pairing is not active, or not yet.</summary>
    public bool NotActive => ErrorCode == "no_active_pairings_found";
}

/// <summary>What the maker of a POS has built into it; never shown and never editable on its screens.</summary>
/// <param name="PairingService">Where the pairing service is.</param>
/// <param name="ApiKey">The Pairing API Secret Key.</param>
/// <param name="SigningSecretPartA">Part A of every signing secret.</param>
public sealed record PosConfiguration(string PairingService, string ApiKey, string SigningSecretPartA);

/// <summary>A POS's requests, put into HTTP and signed.</summary>
internal sealed class PosClient(DeviceHttp http, PosConfiguration built, TimeProvider clock) : IDeviceClient<PosRequest, PosReply>
{
    public async Task<PosReply> SendAsync(PosRequest request, Flight<PosReply> flight)
    {
        if (request is PosRequest.Watch)
        {
            flight.LetTimePass();
        }

        var sent = request is PosRequest.Pair pair ? Http(pair) : Http((PosRequest.Signed)request);
        return Read(request, await http.SendAsync(sent, flight.CalledBack));
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private DeviceRequest Http(PosRequest.Pair r) => new(
        HttpMethod.Post,
        $"{built.PairingService}/v1/progress-pairing",
        Json(new { pairing_code = r.Code, pairing_nickname = r.Nickname }),
        [new("Authorization", $"ApiKey {built.ApiKey}")]);

    private DeviceRequest Http(PosRequest.Signed request)
    {
        var pairing = request.Pairing;
        var (method, url, json) = request switch
        {
            PosRequest.Unpair => (HttpMethod.Post, $"{pairing.BaseUrl}/v1/unpair", null),
            PosRequest.Pay { Order: var order } =>
                (HttpMethod.Post, $"{pairing.BaseUrl}{order.Path}", Json(PosTransactionJson.Body(order))),
            PosRequest.Act r => (HttpMethod.Post, r.Url, r.Body),
            PosRequest.Watch { Purchase: var p } =>
                (HttpMethod.Get, $"{pairing.BaseUrl}{p.Order.Path}/{p.Id}?min_version={p.Version + 1}", null),
            _ => (HttpMethod.Get, $"{pairing.BaseUrl}/v1/pairing-info", null),
        };
        var headers = new RequestSigner(pairing.KeyId, built.SigningSecretPartA, pairing.SigningSecretPartB)
            .Sign(method.Method, new(url), Encoding.UTF8.GetBytes(json ?? ""), clock.GetUtcNow());
        return new(method, url, json, [.. headers.All], IsLongPoll: request is PosRequest.Watch);
    }

    private static string Json(object body) => JsonSerializer.Serialize(body, LabJson.Options);

    /// <summary>An answer that is not SCI's, a proxy's say, is not an answer.</summary>
    private static PosReply Read(PosRequest request, DeviceReply reply)
    {
        try
        {
            return reply.Error is { } error ? new(Done: false, error.Code, error.Message)
                : !reply.Ok ? PosReply.None
                : request is PosRequest.Unpair && reply.Body.Length == 0 ? new(Done: true)
                : Read(request, JsonDocument.Parse(reply.Body).RootElement.GetProperty("data"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return PosReply.None;
        }
    }

    private static PosReply Read(PosRequest request, JsonElement data) => request switch
    {
        PosRequest.Pair => ReadPairing(data),
        PosRequest.Pay r => new(Done: true, Purchase: PosTransactionJson.Read(data, r.Pairing, r.Order)),
        PosRequest.Act { Purchase: var p } => new(Done: true, Purchase: PosTransactionJson.Read(data, p.Pairing, p.Order)),
        PosRequest.Watch { Purchase: var p } => new(Done: true, Purchase: PosTransactionJson.Read(data, p.Pairing, p.Order)),
        _ => new(Done: true),
    };

    /// <summary>SCI integration guide: spi_cloud_api_base_url; the vendor's live API calls it sci_api_base_url.</summary>
    private static PosReply ReadPairing(JsonElement data) => new(Done: true, Paired: new(
        Text(data, "pairing_id")!,
        Text(data, "key_id")!,
        Text(data, "confirmation_code")!,
        Text(data, "signing_secret_part_b")!,
        Text(data, "spi_cloud_api_base_url") ?? Text(data, "sci_api_base_url")!,
        Text(data, "tid")!,
        Text(data, "pairing_nickname"),
        Text(data, "terminal_nickname")!));

    private static string? Text(JsonElement data, string name) => data.TryGetProperty(name, out var value) ? value.GetString() : null;
}

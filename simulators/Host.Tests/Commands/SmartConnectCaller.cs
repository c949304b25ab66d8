using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PairingLab.Host.Tests.Commands;

/// <summary>A payment device and its registers as plain HTTP, against the SmartConnect server of a host process.</summary>
internal sealed class SmartConnectCaller(Uri api, string device, HttpClient http)
{
    private string session = "";

    public async Task SignOnAsync(string? serial = null) =>
        session = (await OkAsync(await SendAsync("POST", "SignOn", JsonContent.Create(new { serialNumber = serial ?? $"SN-{device}" }))))
            .GetProperty("session").GetString()!;

    public async Task<string> CodeAsync() =>
        (await OkAsync(await SendAsync("POST", "PairingCode"))).GetProperty("pairingCode").GetString()!;

    public async Task PairAsync(string register, string code) => await OkAsync(await TryToPairAsync(register, code));

    public async Task CloseCodeAsync() => (await SendAsync("DELETE", "PairingCode")).EnsureSuccessStatusCode();

    public Task<HttpResponseMessage> TryToPairAsync(string register, string code) =>
        http.PutAsync(new Uri(api, $"/POS/Pairing/{code}"), new FormUrlEncodedContent(Metadata(register)));

    /// <summary>The id and the polling address.</summary>
    public async Task<(string Id, string Poll)> PayAsync(string register)
    {
        var fields = Metadata(register)
            .Concat([new("TransactionMode", "ASYNC"), new("TransactionType", "Card.Purchase"), new("AmountTotal", "100")]);
        var answer = await OkAsync(await http.PostAsync(new Uri(api, "/POS/Transaction"), new FormUrlEncodedContent(fields)));
        return (answer.GetProperty("transactionId").GetString()!, answer.GetProperty("data").GetProperty("PollingUrl").GetString()!);
    }

    /// <summary>The id of the payment to take; null when there is none.</summary>
    public async Task<string?> NextAsync()
    {
        var answer = await SendAsync("POST", "Payments/Next");
        return (int)answer.StatusCode == 204 ? null : (await OkAsync(answer)).GetProperty("id").GetString();
    }

    public async Task FinishAsync(string payment, string outcome) =>
        (await SendAsync("POST", $"Payments/{payment}/Outcome", JsonContent.Create(new { outcome }))).EnsureSuccessStatusCode();

    public async Task UnpairAsync(string register) =>
        (await SendAsync("DELETE", $"Registers?register={register}")).EnsureSuccessStatusCode();

    public async Task UnpairAllAsync() => (await SendAsync("DELETE", "Registers?all=true")).EnsureSuccessStatusCode();

    public async Task<string[]> RegistersAsync() =>
        [
            .. (await OkAsync(await SendAsync("GET", "")))
                .GetProperty("registers").EnumerateArray().Select(r => r.GetProperty("id").GetString()!),
        ];

    /// <summary>transactionStatus and TransactionResult.</summary>
    public async Task<string> PollAsync(string address)
    {
        var answer = await OkAsync(await http.GetAsync(new Uri(address)));
        var data = answer.GetProperty("data");
        var outcome = data.TryGetProperty("TransactionResult", out var result) ? result.GetString() : "";
        return $"{answer.GetProperty("transactionStatus").GetString()} {outcome}".Trim();
    }

    private static Dictionary<string, string> Metadata(string register) => new(StringComparer.Ordinal)
    {
        ["POSRegisterID"] = register,
        ["POSBusinessName"] = "Store",
        ["POSVendorName"] = "Vendor",
    };

    private static async Task<JsonElement> OkAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(
            $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {answer.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, HttpContent? content = null)
    {
        var address = new Uri(api, $"/Device/{device}{(path.Length == 0 ? "" : "/")}{path}");
        using var request = new HttpRequestMessage(new(method), address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session);
        return await http.SendAsync(request);
    }
}

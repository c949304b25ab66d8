using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace PairingLab.Benchmarks;

/// <summary>A payment device and its registers as plain HTTP.</summary>
internal sealed class SmartConnectClient(HttpClient http, Uri api, string device)
{
    private string session = "";

    public async Task SignOnAsync() =>
        session = (await ReadAsync(await DeviceAsync("SignOn", JsonContent.Create(new { serialNumber = device })))).GetProperty("session")
            .GetString()!;

    /// <summary>A pairing: the code is asked for, shown and submitted. Two requests.</summary>
    public async Task PairAsync(string register)
    {
        var code = (await ReadAsync(await DeviceAsync("PairingCode", null))).GetProperty("pairingCode").GetString();
        using var answer = await http.PutAsync(new Uri(api, $"/POS/Pairing/{code}"), new FormUrlEncodedContent(Metadata(register)));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>A transaction request. One request.</summary>
    public async Task PayAsync(string register)
    {
        var fields = Metadata(register)
            .Concat([new("TransactionMode", "ASYNC"), new("TransactionType", "Card.Purchase"), new("AmountTotal", "100")]);
        using var answer = await http.PostAsync(new Uri(api, "/POS/Transaction"), new FormUrlEncodedContent(fields));
        await ReadAsync(answer);
    }

    /// <summary>Fetches and approves payments until there is none; how many.</summary>
    public async Task<int> TakeAllAsync()
    {
        for (var taken = 0; ; taken++)
        {
            using var next = await DeviceAsync("Payments/Next", null);
            if ((int)next.StatusCode == 204)
            {
                return taken;
            }

            var id = (await ReadAsync(next)).GetProperty("id").GetString();
            (await DeviceAsync($"Payments/{id}/Outcome", JsonContent.Create(new { outcome = "accepted" }))).EnsureSuccessStatusCode();
        }
    }

    private static Dictionary<string, string> Metadata(string register) => new(StringComparer.Ordinal)
    {
        ["POSRegisterID"] = register,
        ["POSBusinessName"] = "Store",
        ["POSVendorName"] = "Vendor",
    };

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).RootElement;

    private async Task<HttpResponseMessage> DeviceAsync(string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, $"/Device/{device}/{path}")) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", session);
        return await http.SendAsync(request);
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingLab.Drivers.Http;

/// <summary>Somebody who sets MACS up over the lab's own endpoints (<c>/lab-admin</c>).</summary>
/// <param name="http">The client.</param>
/// <param name="api">The base of the API of MACS.</param>
/// <param name="token">The adminToken of the lab's directory.</param>
public sealed class MacsAdmin(HttpClient http, Uri api, string token)
{
    /// <summary>Adds something: "locations", "terminals", "rulesets", "issuers", "rates", "whitelist".</summary>
    public async Task<JsonNode?> AddAsync(string what, object body)
    {
        var (status, answer) = await SendAsync(HttpMethod.Post, what, body);
        return (int)status < 300 ? answer : throw new InvalidOperationException($"MACS took no {what}: {(int)status} {answer}");
    }

    /// <summary>Everything of a kind: "terminals", "operations".</summary>
    public async Task<JsonArray> AllAsync(string what) => (await SendAsync(HttpMethod.Get, what, null)).Answer!.AsArray();

    /// <summary>[Get Pairing Code]: the eight digits, or null with the status when there is none to be had.</summary>
    public async Task<(string? Code, HttpStatusCode Status)> GetPairingCodeAsync(string serial)
    {
        var (status, answer) = await SendAsync(HttpMethod.Post, $"terminals/{serial}/pairing-code", null);
        return (status == HttpStatusCode.OK ? answer!["pairingCode"]!.GetValue<string>() : null, status);
    }

    /// <summary>Ends the pairing of a terminal.</summary>
    public Task UnpairAsync(string serial) => SendAsync(HttpMethod.Post, $"terminals/{serial}/unpair", null);

    /// <summary>Deletes something by its id.</summary>
    public Task DeleteAsync(string what, string id) => SendAsync(HttpMethod.Delete, $"{what}/{id}", null);

    /// <summary>Reverses an operation; the error code, null when it is reversed.</summary>
    public async Task<string?> ReverseAsync(string operation, string user, string role, string reason)
    {
        var (_, answer) = await SendAsync(HttpMethod.Post, $"operations/{operation}/reverse", new { userId = user, role, reason });
        return answer?["error"]?["code"]?.GetValue<string>();
    }

    private async Task<(HttpStatusCode Status, JsonNode? Answer)> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(api, $"/lab-admin/{path}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType());
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        try
        {
            return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{path}: {(int)response.StatusCode}, and no JSON", e);
        }
    }
}

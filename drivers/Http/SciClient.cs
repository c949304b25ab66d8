using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Http;

/// <summary>A POS of another maker: speaks SCI over HTTP, and signs by docs/protocols/sci.md alone.</summary>
public sealed class SciClient(HttpClient http, ILabTime time)
{
    /// <summary>Sends a body to the pairing service; no Authorization header when that is null.</summary>
    public Task<SciAnswer> ProgressAsync(Uri pairingService, string? authorization, string body, CancellationToken cancel = default) =>
        SendAsync(
            "POST",
            $"{pairingService.ToString().TrimEnd('/')}/v1/progress-pairing",
            body,
            authorization is null ? [] : [new("Authorization", authorization)],
            cancel);

    /// <summary>Sends a signed request over a pairing.</summary>
    /// <param name="keys">The pairing.</param>
    /// <param name="method">GET or POST.</param>
    /// <param name="target">Path and query.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="clockOff">By how much the client's clock is off.</param>
    /// <param name="authority">What is signed as authority; null for host and port.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<SciAnswer> SignedAsync(
        SciKeys keys, string method, string target, string? body = null, TimeSpan clockOff = default, string? authority = null,
        CancellationToken cancel = default)
    {
        var headers = await SignAsync(keys, method, target, body, clockOff, authority, cancel);
        return await SendAsync(method, keys.BaseUrl + target, body, headers, cancel);
    }

    /// <summary>The headers of a signed request.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> SignAsync(
        SciKeys keys, string method, string target, string? body = null, TimeSpan clockOff = default, string? authority = null,
        CancellationToken cancel = default)
    {
        var created = (await time.NowAsync(cancel) + clockOff).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var digest = method == "GET" ? null : $"sha-256=:{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(body ?? "")))}:";
        var covered = $"(\"@method\" \"@authority\" \"@request-target\"{(digest is null ? "" : " \"content-digest\"")})";
        var parameters = $"{covered};created={created};alg=\"hmac-sha256\";keyid=\"{keys.KeyId}\"";
        var lines = new List<string>
        {
            $"\"@method\": {method}",
            $"\"@authority\": {authority ?? new Uri(keys.BaseUrl).Authority}",
            $"\"@request-target\": {target}",
        };
        if (digest is not null)
        {
            lines.Add($"\"content-digest\": {digest}");
        }

        lines.Add($"\"@signature-params\": {parameters}");
        var hmac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(keys.Secret), Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        KeyValuePair<string, string>[] signed =
            [new("Signature-Input", $"sig1={parameters}"), new("Signature", $"sig1=:{Convert.ToBase64String(hmac)}:")];
        return digest is null ? signed : [new("Content-Digest", digest), .. signed];
    }

    /// <summary>Sends any request.</summary>
    public async Task<SciAnswer> SendAsync(
        string method, string url, string? body, IEnumerable<KeyValuePair<string, string>> headers, CancellationToken cancel = default)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), url);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request, cancel);
        return new(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(cancel),
            response.Headers.ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }
}

/// <summary>What a pairing has given to a client.</summary>
/// <param name="BaseUrl">Where its requests go.</param>
/// <param name="KeyId">keyid of its signatures.</param>
/// <param name="Secret">Part A followed by part B, as text.</param>
public sealed record SciKeys(string BaseUrl, string KeyId, string Secret);

/// <summary>What SCI answered to a client.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">The headers, by name.</param>
public sealed record SciAnswer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The error code; null when there is no error.</summary>
    public string? ErrorCode => Error?.GetProperty("code").GetString();

    /// <summary>The error's message; null when there is no error.</summary>
    public string? ErrorMessage => Error?.GetProperty("message").GetString();

    /// <summary>A text of <c>data</c>.</summary>
    public string Data(string name) => Json.GetProperty("data").GetProperty(name).ToString();

    private JsonElement Json => JsonDocument.Parse(Body).RootElement;

    private JsonElement? Error => Body.Length > 0 && Json.TryGetProperty("error", out var error) ? error : null;

    /// <inheritdoc />
    public override string ToString() => $"{Status} {Body}";
}

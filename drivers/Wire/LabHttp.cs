using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PairingLab.Drivers.Wire;

/// <summary>Sends requests to the endpoints under <c>/lab</c>; a token, if the lab wants one, is the HttpClient's business.</summary>
internal sealed class LabHttp(HttpClient http, Uri lab)
{
    private readonly string root = lab.AbsoluteUri.TrimEnd('/') + "/lab/";

    public static string Segment(string id) => Uri.EscapeDataString(id);

    /// <summary>Sends one and gives the answer, read whole; throws <see cref="LabRequestException"/> unless it is a success.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, root + path);
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: LabJson.Options);
        var answer = await Answer(request, cancel);
        return answer.IsSuccessStatusCode ? answer : throw await Refusal(request, answer, cancel);
    }

    /// <summary>Sends one and reads the JSON of the answer.</summary>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var answer = await SendAsync(method, path, body, cancel);
        return await ReadAsync<T>(answer, cancel);
    }

    /// <summary>Reads the JSON of an answer; throws <see cref="LabRequestException"/> when it has another shape.</summary>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(LabJson.Options, cancel) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new LabRequestException(
                Name(answer.RequestMessage!), $"the answer is not a {typeof(T).Name}: {e.Message}", answer.StatusCode, e);
        }
    }

    private async Task<HttpResponseMessage> Answer(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await http.SendAsync(request, cancel);
        }
        catch (HttpRequestException e)
        {
            throw new LabRequestException(Name(request), e.Message, null, e);
        }
    }

    private static async Task<LabRequestException> Refusal(HttpRequestMessage request, HttpResponseMessage answer, CancellationToken cancel)
    {
        using var _ = answer;
        var text = await answer.Content.ReadAsStringAsync(cancel);
        return new LabRequestException(Name(request), MessageIn(text), answer.StatusCode);
    }

    /// <summary>The message of an error's body; the body itself, cut short, when it has another shape.</summary>
    private static string MessageIn(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<LabErrorBody>(body, LabJson.Options)?.Error?.Message ?? Short(body);
        }
        catch (JsonException)
        {
            return Short(body);
        }
    }

    private static string Short(string body) => body.Length == 0 ? "no reason given" : body[..Math.Min(body.Length, 300)];

    private static string Name(HttpRequestMessage request) => $"{request.Method} {request.RequestUri}";
}

/// <summary>The lab answered a request with an error, or not at all; the message names the request and the lab's own words.</summary>
/// <param name="request">The request: method and address.</param>
/// <param name="reason">The lab's own words.</param>
/// <param name="status">The answer's status, or null when there was no answer.</param>
/// <param name="inner">What led to it.</param>
public sealed class LabRequestException(string request, string reason, HttpStatusCode? status, Exception? inner = null)
    : Exception($"{request}: {(status is null ? "" : $"{(int)status}: ")}{reason}", inner)
{
    /// <summary>The lab's own words.</summary>
    public string Reason { get; } = reason;

    /// <summary>The answer's status, or null when there was no answer.</summary>
    public HttpStatusCode? Status { get; } = status;
}

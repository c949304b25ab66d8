using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using System.Text.Json;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Network;

/// <summary>How a simulated device speaks HTTP: over its cable, and with every exchange taken down.</summary>
public sealed class DeviceHttp : IDisposable
{
    private const int NothingNew = 304;

    /// <summary>The longest answer, in bytes: nothing that a server of the lab sends comes near it.</summary>
    private const int LongestAnswer = 64 * 1024 * 1024;

    private static readonly TimeSpan LongIdle = TimeSpan.FromMinutes(1);

    private readonly Cable cable;
    private readonly WireTap tap;
    private readonly HttpMessageInvoker invoker;

    /// <summary>Speaks over a cable; whom it trusts is said by the TLS options.</summary>
    /// <param name="cable">The cable.</param>
    /// <param name="tap">Takes exchanges down.</param>
    /// <param name="tls">Its certificate, and whom it trusts.</param>
    /// <param name="proxy">What it must go through; null for none.</param>
    /// <param name="idle">How long it keeps a connection on which nothing is said; real time.</param>
    public DeviceHttp(Cable cable, WireTap tap, SslClientAuthenticationOptions tls, IWebProxy? proxy = null, TimeSpan? idle = null)
    {
        // A resumed session would carry the certificate of the one before it.
        tls.AllowTlsResume = false;
        this.cable = cable;
        this.tap = tap;
        invoker = new(new SocketsHttpHandler
        {
            ConnectCallback = (context, cancel) => cable.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancel),
            SslOptions = tls,
            UseProxy = proxy is not null,
            Proxy = proxy,
            UseCookies = false,
            AllowAutoRedirect = false,
            ConnectTimeout = Timeout.InfiniteTimeSpan,
            PooledConnectionIdleTimeout = idle ?? LongIdle,
        });
    }

    /// <summary>The invoker itself, for web sockets over the same cable.</summary>
    public HttpMessageInvoker Invoker => invoker;

    /// <summary>Sends a request and reads the whole answer. No answer, for whatever reason, is a reply too: status 0.</summary>
    public Task<DeviceReply> SendAsync(HttpMethod method, string url, object? body, string? bearer, CancellationToken cancel) => SendAsync(
        new(
            method,
            url,
            body is null ? null : JsonSerializer.Serialize(body, LabJson.Options),
            bearer is null ? [] : [new("Authorization", $"Bearer {bearer}")]),
        cancel);

    /// <summary>The same with a form-urlencoded body.</summary>
    public async Task<DeviceReply> SendFormAsync(
        HttpMethod method, string url, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel)
    {
        using var form = new FormUrlEncodedContent(fields);
        var text = await form.ReadAsStringAsync(cancel);
        return await SendAsync(new(method, url, text, [], Type: "application/x-www-form-urlencoded"), cancel);
    }

    /// <summary>
    /// Sends a request with headers of its own and reads the whole answer. No answer, for whatever reason, is a reply too: status 0.
    /// </summary>
    public async Task<DeviceReply> SendAsync(DeviceRequest request, CancellationToken cancel)
    {
        using var underWay = request.IsLongPoll ? null : cable.Carry($"{request.Method} {request.Url}");
        var started = Stopwatch.GetTimestamp();
        var reply = await TrySendAsync(request, cancel);

        // A device that looks every second and finds nothing new would push out of the tap what is worth reading.
        if (reply.Status != NothingNew)
        {
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            tap.Add(cable.Id, request.Method.Method, request.Url, request.Body, reply.Status, reply.Body, took);
        }

        return reply;
    }

    /// <summary>Fetches a piece of a file (RFC 9110, range requests).</summary>
    /// <param name="url">The file.</param>
    /// <param name="from">Its first byte that is wanted, counted from 0.</param>
    /// <param name="count">How many bytes at most.</param>
    /// <param name="cancel">Calls it back.</param>
    /// <returns>The answer, the bytes, and how many the whole file has.</returns>
    public async Task<(DeviceReply Reply, byte[] Piece, long Total)> FetchAsync(string url, long from, long count, CancellationToken cancel)
    {
        using var underWay = cable.Carry($"GET {url}");
        var started = Stopwatch.GetTimestamp();
        var (reply, piece, total) = await TryFetchAsync(url, from, count, cancel);
        var heard = reply.Ok ? $"{piece.Length} bytes of {total}" : reply.Body;
        tap.Add(cable.Id, "GET", url, null, reply.Status, heard, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return (reply, piece, total);
    }

    /// <inheritdoc />
    public void Dispose() => invoker.Dispose();

    private async Task<DeviceReply> TrySendAsync(DeviceRequest sent, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(sent.Method, sent.Url);
            if (sent.Body is not null)
            {
                request.Content = new StringContent(sent.Body, Encoding.UTF8, sent.Type);
            }

            foreach (var (name, value) in sent.Headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await invoker.SendAsync(request, cancel);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancel);
            var text = await response.Content.ReadAsStringAsync(cancel);
            return new((int)response.StatusCode, text) { ETag = response.Headers.ETag?.ToString() };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return DeviceReply.None(e);
        }
    }

    private async Task<(DeviceReply Reply, byte[] Piece, long Total)> TryFetchAsync(
        string url, long from, long count, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Range = new(from, from + count - 1);
            using var response = await invoker.SendAsync(request, cancel);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, cancel);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancel);
            return response.StatusCode == HttpStatusCode.PartialContent
                ? (new((int)response.StatusCode, ""), bytes, response.Content.Headers.ContentRange?.Length ?? 0)
                : (new((int)response.StatusCode, Encoding.UTF8.GetString(bytes)), [], 0);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return (DeviceReply.None(e), [], 0);
        }
    }
}

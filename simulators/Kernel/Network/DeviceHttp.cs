using System.Diagnostics;
using System.Net.Security;
using System.Text;
using System.Text.Json;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Network;

/// <summary>How a simulated device speaks HTTP: over its cable, and with every exchange taken down.</summary>
public sealed class DeviceHttp : IDisposable
{
    private const int NothingNew = 304;

    private readonly Cable cable;
    private readonly WireTap tap;
    private readonly HttpMessageInvoker invoker;

    /// <summary>Speaks over a cable; whom it trusts is said by the TLS options.</summary>
    public DeviceHttp(Cable cable, WireTap tap, SslClientAuthenticationOptions tls)
    {
        // A resumed session would carry the certificate of the one before it.
        tls.AllowTlsResume = false;
        this.cable = cable;
        this.tap = tap;
        invoker = new(new SocketsHttpHandler
        {
            ConnectCallback = (context, cancel) => cable.ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancel),
            SslOptions = tls,
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ConnectTimeout = Timeout.InfiniteTimeSpan,
        });
    }

    /// <summary>The invoker itself, for web sockets over the same cable.</summary>
    public HttpMessageInvoker Invoker => invoker;

    /// <summary>Sends a request and reads the whole answer. No answer, for whatever reason, is a reply too: status 0.</summary>
    public Task<DeviceReply> SendAsync(HttpMethod method, string url, object? body, string? bearer, CancellationToken cancel) => SendAsync(
        new(method, url, body is null ? null : JsonSerializer.Serialize(body, LabJson.Options), bearer is null ? [] : [new("Authorization", $"Bearer {bearer}")]), cancel);

    /// <summary>The same with a form-urlencoded body.</summary>
    public async Task<DeviceReply> SendFormAsync(
        HttpMethod method, string url, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancel)
    {
        using var form = new FormUrlEncodedContent(fields);
        var text = await form.ReadAsStringAsync(cancel).ConfigureAwait(false);
        return await SendAsync(new(method, url, text, [], Type: "application/x-www-form-urlencoded"), cancel).ConfigureAwait(false);
    }

    /// <summary>Sends a request with headers of its own and reads the whole answer. No answer, for whatever reason, is a reply too: status 0.</summary>
    public async Task<DeviceReply> SendAsync(DeviceRequest request, CancellationToken cancel)
    {
        using var carriage = request.IsLongPoll ? null : cable.Carry($"{request.Method} {request.Url}");
        var started = Stopwatch.GetTimestamp();
        var reply = await TrySendAsync(request, cancel).ConfigureAwait(false);

        // A device that looks every second and finds nothing new would push out of the tap what is worth reading.
        if (reply.Status != NothingNew)
        {
            tap.Add(cable.Id, request.Method.Method, request.Url, request.Body, reply.Status, reply.Body, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return reply;
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

            using var response = await invoker.SendAsync(request, cancel).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(cancel).ConfigureAwait(false);
            return new((int)response.StatusCode, text) { ETag = response.Headers.ETag?.ToString() };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return DeviceReply.None(e);
        }
    }
}

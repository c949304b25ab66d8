using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using System.Text.Json;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Network;

/// <summary>How a simulated device speaks HTTP: over its cable, and with every exchange taken down.</summary>
public sealed class DeviceHttp : IDisposable
{
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

    /// <summary>
    /// Sends a request and reads the whole answer. No answer, for whatever reason, is a reply too: status 0. With the tag of what is
    /// there already, the answer may be 304.
    /// </summary>
    public async Task<DeviceReply> SendAsync(HttpMethod method, string url, object? body, string? bearer, CancellationToken cancel, string? etag = null)
    {
        using var carriage = cable.Carry($"{method} {url}");
        var json = body is null ? null : JsonSerializer.Serialize(body, LabJson.Options);
        var started = Stopwatch.GetTimestamp();
        var reply = await TrySendAsync(method, url, json, bearer, etag, cancel).ConfigureAwait(false);
        tap.Add(cable.Id, method.Method, url, json, reply.Status, reply.Body, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return reply;
    }

    /// <inheritdoc />
    public void Dispose() => invoker.Dispose();

    private async Task<DeviceReply> TrySendAsync(HttpMethod method, string url, string? json, string? bearer, string? etag, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(method, url);
            if (json is not null)
            {
                request.Content = new StringContent(json, Encoding.UTF8, "application/json");
            }

            if (bearer is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
            }

            if (etag is not null)
            {
                request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(etag));
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

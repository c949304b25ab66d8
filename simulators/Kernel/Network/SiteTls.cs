using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using PairingLab.Kernel.Store;

namespace PairingLab.Kernel.Network;

/// <summary>
/// HTTPS of a site's servers, on the port where they speak HTTP: the first byte of a connection tells which. A server shows the given
/// certificate to clients that use a name in it; else it shows one of the lab's authority for the name or address that they do use.
/// </summary>
public sealed class SiteTls : IDisposable
{
    /// <summary>A client chooses the name that it asks for (SNI), so the names are counted.</summary>
    private const int MostNames = 200;

    /// <summary>RFC 8446, section 5.1: the type of the record in which a handshake begins.</summary>
    private const byte Handshake = 22;

    /// <summary>As long as the web server itself waits for the first request of a connection.</summary>
    private static readonly TimeSpan FirstByte = TimeSpan.FromSeconds(130);

    private static readonly TimeSpan RenewedBefore = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<string, SslStreamCertificateContext> issued = new(StringComparer.OrdinalIgnoreCase);
    private readonly GivenCertificate? given;

    /// <summary>HTTPS of a site.</summary>
    /// <param name="store">Keeps the authority.</param>
    /// <param name="given">The certificate that the lab was given; null for none.</param>
    public SiteTls(ILabStore store, GivenCertificate? given = null)
    {
        this.given = given;
        Authority = LabAuthority.Of(store);
    }

    /// <summary>The lab's authority.</summary>
    public LabAuthority Authority { get; }

    /// <summary>Lets a server speak both.</summary>
    public void Offer(ListenOptions listen)
    {
        ConnectionDelegate? plain = null;
        listen.Use(secure => async connection =>
        {
            if (await BeginsWithTlsAsync(connection) is { } tls)
            {
                await (tls ? secure : plain!)(connection);
            }
        });
        listen.UseHttps(new TlsHandshakeCallbackOptions
        {
            OnConnection = hello => ValueTask.FromResult(new SslServerAuthenticationOptions
            {
                EnabledSslProtocols = TlsPolicy.Versions,
                CipherSuitesPolicy = TlsPolicy.Suites(),
                ServerCertificateContext = For(hello.ClientHelloInfo.ServerName, hello.Connection.LocalEndPoint as IPEndPoint),
            }),
        });
        listen.Use(next => plain = next);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Authority.Dispose();
        given?.Dispose();
        foreach (var one in issued.Values)
        {
            one.TargetCertificate.Dispose();
        }
    }

    /// <summary>Whether a connection begins with a TLS handshake; null when nothing comes. What was looked at can be read again.</summary>
    private static async Task<bool?> BeginsWithTlsAsync(ConnectionContext connection)
    {
        using var late = new CancellationTokenSource(FirstByte, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, connection.ConnectionClosed);
        var input = connection.Transport.Input;
        try
        {
            var read = await input.ReadAsync(either.Token);
            bool? tls = read.Buffer.IsEmpty ? null : read.Buffer.FirstSpan[0] == Handshake;
            input.AdvanceTo(read.Buffer.Start);
            return tls;
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ConnectionAbortedException)
        {
            return null;
        }
    }

    /// <summary>No client names an address that it connects to (RFC 6066, section 3).</summary>
    private SslStreamCertificateContext For(string? name, IPEndPoint? reached)
    {
        var address = reached?.Address is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : reached?.Address;
        var host = IsName(name) ? name! : $"{address ?? IPAddress.Loopback}";
        if (given?.Names(host) is true)
        {
            return given.Shown;
        }

        if (issued.TryGetValue(host, out var had)
            && had.TargetCertificate.NotAfter - RenewedBefore > TimeProvider.System.GetLocalNow().DateTime)
        {
            return had;
        }

        var made = SslStreamCertificateContext.Create(Authority.Issue(host), additionalCertificates: null, offline: true);
        if (had is not null || issued.Count < MostNames)
        {
            issued[host] = made;
        }

        return made;
    }

    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= 253 } && Uri.CheckHostName(name) == UriHostNameType.Dns;
}

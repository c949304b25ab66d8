using System.Net;
using System.Net.Security;
using System.Net.WebSockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairingLab.Commander.Api;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>One trusted link: mutual TLS, a web socket, requests answered in order, and the Commander's own messages.</summary>
internal sealed class WorkstationLink : IDisposable
{
    private readonly DeviceHttp http;
    private readonly LinkSocket socket;
    private readonly ClientWebSocket webSocket;
    private readonly Cable cable;
    private readonly WireTap tap;
    private readonly SemaphoreSlim asking = new(1, 1);
    private readonly CancellationTokenSource ended = new();
    private TaskCompletionSource<LinkMessage>? answer;
    private bool replaced;
    private volatile bool down;

    private WorkstationLink(DeviceHttp http, ClientWebSocket webSocket, Cable cable, WireTap tap)
    {
        this.http = http;
        this.webSocket = webSocket;
        this.cable = cable;
        this.tap = tap;
        socket = new(webSocket);
    }

    /// <summary>Opens a link.</summary>
    /// <exception cref="AuthenticationException">One side does not trust the other.</exception>
    /// <exception cref="WebSocketException">The Commander does not answer.</exception>
    public static async Task<WorkstationLink> OpenAsync(
        string address, WorkstationCredentials credentials, Cable cable, WireTap tap, LabClock clock, CancellationToken cancel)
    {
        var foreign = false;
        var tls = new SslClientAuthenticationOptions
        {
            ClientCertificates = [credentials.Certificate],
            RemoteCertificateValidationCallback = (_, server, _, _) => !(foreign = !credentials.IsOurCommander(server, clock.GetUtcNow())),
        };
        var overTls = new DeviceHttp(cable, tap, tls);
        var opened = new ClientWebSocket();
        opened.Options.CollectHttpResponseDetails = true;
        opened.Options.KeepAliveInterval = TimeSpan.Zero;
        try
        {
            await opened.ConnectAsync(
                new Uri($"{address.Replace("https:", "wss:", StringComparison.Ordinal)}/link"), overTls.Invoker, cancel);
            tap.Add(cable.Id, "GET", $"{address}/link", null, (int)HttpStatusCode.SwitchingProtocols, null, 0);
            return new(overTls, opened, cable, tap);
        }
        catch (Exception e)
        {
            var status = opened.HttpStatusCode;
            opened.Dispose();
            overTls.Dispose();
            tap.Add(
                cable.Id,
                "GET",
                $"{address}/link",
                null,
                (int)status,
                foreign ? "this is not the Commander that the workstation is paired with" : e.Message,
                0);
            if (foreign || status == HttpStatusCode.Forbidden)
            {
                throw new AuthenticationException("the Commander and this workstation do not trust each other", e);
            }

            throw;
        }
    }

    /// <summary>
    /// Listens until the link ends, and passes on the Commander's own messages. Once the certificate has been renewed, the old
    /// one's link is refused; that is expected and not passed on.
    /// </summary>
    public async Task ListenAsync(Action<LinkMessage> said)
    {
        try
        {
            while (await socket.ReceiveAsync(ended.Token) is { } message)
            {
                if (message.Type is "upgrade" || (message.Type is "broken" && !replaced))
                {
                    said(message);
                }

                replaced |= message.Type is "renewed";
                if (message.Type is not "upgrade")
                {
                    Answered(message);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The link is down; the caller knows it when this method returns.
        }
        finally
        {
            down = true;
            Interlocked.Exchange(ref answer, null)?.TrySetException(new IOException("the link is down"));
        }
    }

    /// <summary>A broken link answers nothing more; the listener has been told whether that is an alert.</summary>
    private void Answered(LinkMessage message)
    {
        if (Interlocked.Exchange(ref answer, null) is not { } asked)
        {
            return;
        }

        if (message.Type is "broken")
        {
            asked.TrySetException(new IOException("the link is broken"));
        }
        else
        {
            asked.TrySetResult(message);
        }
    }

    /// <summary>Sends a request to the Commander.</summary>
    /// <exception cref="IOException">The link is down.</exception>
    public async Task<LinkMessage> AskAsync(LinkMessage question, CancellationToken cancel)
    {
        await asking.WaitAsync(cancel);
        try
        {
            var reply = new TaskCompletionSource<LinkMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
            Interlocked.Exchange(ref answer, reply);
            if (down)
            {
                // Nothing would receive the answer any more.
                throw new IOException($"{cable.Id}: the link is down");
            }

            await socket.SendAsync(question, cancel);
            var answered = await reply.Task.WaitAsync(cancel);
            tap.Add(
                cable.Id,
                "LINK",
                question.Type,
                null,
                (int)HttpStatusCode.OK,
                answered.Code is { } code ? $"{answered.Type} {code}" : answered.Type,
                0);
            return answered;
        }
        catch (Exception e) when (e is WebSocketException or ObjectDisposedException)
        {
            throw new IOException($"{cable.Id}: the link is down", e);
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>A renewed certificate for a new key.</summary>
    /// <exception cref="IOException">The link is down.</exception>
    public async Task<WorkstationCredentials?> RenewAsync(string workstation, WorkstationCredentials old, CancellationToken cancel)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={workstation}", key, HashAlgorithmName.SHA256).CreateSigningRequest();
        var reply = await AskAsync(new("renew", Request: Convert.ToBase64String(request)), cancel);
        return reply is { Type: "renewed", Certificate: { } certificate }
            ? WorkstationCredentials.From(Convert.FromBase64String(certificate), key, old.Authority)
            : null;
    }

    public void Dispose()
    {
        // Not inline: the caller may hold a lock that the listener needs.
        _ = ended.CancelAsync();
        socket.Dispose();
        webSocket.Dispose();
        http.Dispose();
    }
}

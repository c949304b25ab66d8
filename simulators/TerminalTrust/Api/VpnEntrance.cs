using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Api;

/// <summary>
/// The entrance of the VPN, a stand-in for OpenVPN: a network path to master that exists for those who have a VPN configuration.
/// It speaks HTTP CONNECT with Basic credentials, so that any client can go through it.
/// </summary>
/// <param name="server">Knows whose key is right.</param>
/// <param name="masterPort">The one place that the VPN leads to.</param>
public sealed class VpnEntrance(TrustServer server, Func<int> masterPort) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, bool> carried = new();
    private readonly CancellationTokenSource power = new();
    private TcpListener? listener;
    private Task listening = Task.CompletedTask;

    /// <summary>Where it listens; 0 before the start.</summary>
    public int Port { get; private set; }

    /// <summary>Where it is entered.</summary>
    public string Address => $"http://127.0.0.1:{Port}";

    /// <summary>Starts to listen; 0 chooses a port.</summary>
    /// <exception cref="SocketException">Another program has the port.</exception>
    public void Start(int port)
    {
        listener = port == 0 ? OnNewPort() : On(port);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listening = ListenAsync(listener, power.Token);
    }

    /// <summary>Whether a connection that master has from this port comes through the VPN.</summary>
    public bool Carries(int port) => carried.ContainsKey(port);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await power.CancelAsync().ConfigureAwait(false);
        listener?.Dispose();
        await listening.ConfigureAwait(false);
        power.Dispose();
    }

    private static TcpListener OnNewPort()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return On(LastingPort.Candidate());
            }
            catch (SocketException) when (tries < LastingPort.Tries)
            {
                // Somebody has it: another one, then.
            }
        }
    }

    private static TcpListener On(int port)
    {
        var made = new TcpListener(IPAddress.Loopback, port);
        made.Start(backlog: 1024);
        return made;
    }

    private async Task ListenAsync(TcpListener on, CancellationToken off)
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await on.AcceptTcpClientAsync(off).ConfigureAwait(false), off);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Power is gone.
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken off)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                var stream = client.GetStream();
                if (await TunnelRequest.ReadAsync(stream, off).ConfigureAwait(false) is { } request)
                {
                    await AnswerAsync(stream, request, off).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One end went away; the other one feels it.
        }
    }

    private Task AnswerAsync(NetworkStream stream, TunnelRequest request, CancellationToken off) =>
        request.Method != "CONNECT" ? SayAsync(stream, "405 Method Not Allowed", off)
        : !server.OpensVpn(request.User, request.Key) ? SayAsync(stream, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"VPN\"", off)
        : request.Port != masterPort() ? SayAsync(stream, "403 Forbidden", off)
        : CarryAsync(stream, off);

    private async Task CarryAsync(NetworkStream stream, CancellationToken off)
    {
        using var master = new TcpClient { NoDelay = true };
        await master.ConnectAsync(IPAddress.Loopback, masterPort(), off).ConfigureAwait(false);
        var port = ((IPEndPoint)master.Client.LocalEndPoint!).Port;
        carried[port] = true;
        try
        {
            await stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), off).ConfigureAwait(false);
            var inner = master.GetStream();
            await Task.WhenAny(stream.CopyToAsync(inner, off), inner.CopyToAsync(stream, off)).ConfigureAwait(false);
        }
        finally
        {
            carried.TryRemove(port, out _);
        }
    }

    private static Task SayAsync(NetworkStream stream, string status, CancellationToken off) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), off).AsTask();
}

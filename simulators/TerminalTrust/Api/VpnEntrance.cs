using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Api;

/// <summary>
/// The entrance of the VPN, a stand-in for OpenVPN: a network path to master for clients that have a VPN configuration. It speaks HTTP
/// CONNECT with Basic credentials, so that any client can use it.
/// </summary>
/// <param name="server">Checks the keys.</param>
/// <param name="masterPort">The only port that the VPN leads to.</param>
/// <param name="where">The address and the ports of the site.</param>
public sealed class VpnEntrance(TrustServer server, Func<int> masterPort, Listening where) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<int, bool> carried = new();
    private readonly CancellationTokenSource power = new();
    private TcpListener? listener;
    private Task listening = Task.CompletedTask;

    /// <summary>The port it listens on; 0 before the start.</summary>
    public int Port { get; private set; }

    /// <summary>Its address, "http://host:port".</summary>
    public string Address => $"http://{where.Host}:{Port}";

    /// <summary>Starts to listen; 0 chooses a port.</summary>
    /// <exception cref="SocketException">Another program has the port.</exception>
    public void Start(int port)
    {
        listener = port == 0 ? OnNewPort() : On(port);
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;

        // On the thread pool: the caller may have a synchronization context (a test runner has one), and may block it while a terminal
        // waits.
        listening = Task.Run(() => ListenAsync(listener, power.Token));
    }

    /// <summary>Whether a connection to master from this port comes through the VPN.</summary>
    public bool Carries(int port) => carried.ContainsKey(port);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await power.CancelAsync();
        await listening; // before the listener ends: a task that begins late would ask one that no longer listens
        listener?.Dispose();
        power.Dispose();
    }

    private TcpListener OnNewPort()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return On(where.NextPort());
            }
            catch (SocketException) when (tries < LastingPort.Tries)
            {
                // Another program has the port: try the next one.
            }
        }
    }

    private TcpListener On(int port)
    {
        var made = new TcpListener(where.Address, port);
        made.Start(backlog: 1024);
        return made;
    }

    private async Task ListenAsync(TcpListener on, CancellationToken off)
    {
        try
        {
            while (true)
            {
                var client = await on.AcceptTcpClientAsync(off);
                if (Descriptors.HaveRoomFor(client.Client))
                {
                    _ = ServeAsync(client, off);
                }
                else
                {
                    client.Dispose();
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // The server was switched off.
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
                if (await TunnelRequest.ReadAsync(stream, off) is { } request)
                {
                    await AnswerAsync(stream, request, off);
                }
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One end has closed the tunnel; the other end is closed with it.
        }
    }

    private Task AnswerAsync(NetworkStream stream, TunnelRequest request, CancellationToken off) =>
        request.Method != "CONNECT" ? SayAsync(stream, "405 Method Not Allowed", off)
        : !server.OpensVpn(request.User, request.Key)
            ? SayAsync(stream, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"VPN\"", off)
        : request.Port != masterPort() ? SayAsync(stream, "403 Forbidden", off)
        : CarryAsync(stream, off);

    private async Task CarryAsync(NetworkStream stream, CancellationToken off)
    {
        using var master = new TcpClient { NoDelay = true };
        await master.ConnectAsync(where.Host.Trim('[', ']'), masterPort(), off);
        var port = ((IPEndPoint)master.Client.LocalEndPoint!).Port;
        carried[port] = true;
        try
        {
            await stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), off);
            var inner = master.GetStream();
            await Task.WhenAny(stream.CopyToAsync(inner, off), inner.CopyToAsync(stream, off));
        }
        finally
        {
            carried.TryRemove(port, out _);
        }
    }

    private static Task SayAsync(NetworkStream stream, string status, CancellationToken off) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), off).AsTask();
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using PairingLab.Drivers.Wire;

namespace PairingLab.Drivers.Network;

/// <summary>
/// The lab in the TCP connections of a real device: it hands every byte on, and does to them what a simulated cable does. A cut
/// ends what is open and refuses what is new; slow delays every piece; lossy ends every third connection after its first piece,
/// since TCP itself loses nothing; half-open keeps connections and carries nothing.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private const int LossyEvery = 3;

    private readonly IPEndPoint listen;
    private readonly (string Host, int Port) to;
    private readonly TimeProvider time;
    private readonly CancellationTokenSource ended = new();
    private readonly ConcurrentDictionary<ProxiedConnection, Task> open = [];
    private readonly Lock gate = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;
    private NetworkState state;
    private int accepted;

    private FaultProxy(IPEndPoint listen, (string Host, int Port) to, TimeProvider time) =>
        (this.listen, this.to, this.time) = (listen, to, time);

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address => (IPEndPoint)(listener?.LocalEndpoint ?? listen);

    /// <summary>Begins to listen. Throws <see cref="SocketException"/> when the port is taken.</summary>
    /// <param name="listenAt">host:port.</param>
    /// <param name="meantFor">host:port.</param>
    /// <param name="time">Real time.</param>
    public static FaultProxy Start(string listenAt, string meantFor, TimeProvider time)
    {
        var from = Parse(listenAt);
        var address = IPAddress.TryParse(from.Host, out var number) ? number : Dns.GetHostAddresses(from.Host)[0];
        var proxy = new FaultProxy(new(address, from.Port), Parse(meantFor), time);
        proxy.Listen();
        return proxy;
    }

    /// <summary>Does from now on what that state says.</summary>
    public void Set(NetworkState next)
    {
        lock (gate)
        {
            state = next;
            if (next == NetworkState.Cut)
            {
                listener?.Stop();
                listener = null;
                foreach (var connection in open.Keys)
                {
                    connection.Abort();
                }
            }
            else if (listener is null)
            {
                Listen();
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Set(NetworkState.Cut);
        await ended.CancelAsync();
        await accepting;
        await Task.WhenAll(open.Values);
        ended.Dispose();
    }

    private static (string Host, int Port) Parse(string text)
    {
        var uri = new Uri($"tcp://{text}");
        return (uri.IdnHost.Trim('[', ']'), uri.Port);
    }

    private void Listen()
    {
        var fresh = new TcpListener(listen.Port == 0 ? listen : new(listen.Address, listen.Port));
        fresh.Start();
        listen.Port = ((IPEndPoint)fresh.LocalEndpoint).Port; // a port that the system chose is kept through a cut
        listener = fresh;
        accepting = AcceptAsync(fresh, accepting);
    }

    private async Task AcceptAsync(TcpListener from, Task earlier)
    {
        await earlier;
        while (true)
        {
            try
            {
                var near = await from.AcceptSocketAsync(ended.Token);
                var connection = new ProxiedConnection(near, () => state, Delay, time, ++accepted % LossyEvery == 0);
                open[connection] = Task.Run(() => ServeAsync(connection));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or InvalidOperationException)
            {
                return; // cut, or ended
            }
        }
    }

    private async Task ServeAsync(ProxiedConnection connection)
    {
        await connection.CarryAsync(to.Host, to.Port, ended.Token);
        open.TryRemove(connection, out _);
    }
}

/// <summary>What the lab does to the connections of a real device.</summary>
public enum NetworkState
{
    /// <summary>Carries everything.</summary>
    Connected,

    /// <summary>Carries nothing, and says so: connections end and are refused.</summary>
    Cut,

    /// <summary>Carries everything, late.</summary>
    Slow,

    /// <summary>Ends some connections in the middle.</summary>
    Lossy,

    /// <summary>Keeps connections open and carries nothing.</summary>
    HalfOpen,
}

/// <summary>One connection of a device, handed on.</summary>
internal sealed class ProxiedConnection(Socket near, Func<NetworkState> state, TimeSpan delay, TimeProvider time, bool isUnlucky)
{
    private readonly Socket far = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Ends it at once, as a pulled cable does for a sender.</summary>
    public void Abort()
    {
        near.Close(0);
        far.Close(0);
    }

    public async Task CarryAsync(string host, int port, CancellationToken ended)
    {
        try
        {
            await far.ConnectAsync(host, port, ended);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(ended);
            var up = PumpAsync(near, far, either.Token);
            var down = PumpAsync(far, near, either.Token);
            await Task.WhenAny(up, down);
            if (up.IsCompletedSuccessfully && !down.IsCompleted)
            {
                await down; // the device has said all, and hears the answer still
            }

            await either.CancelAsync();
            await Task.WhenAll(up, down);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Either side is gone.
        }
        finally
        {
            Abort();
        }
    }

    private async Task PumpAsync(Socket from, Socket into, CancellationToken ended)
    {
        var buffer = new byte[16 * 1024];
        for (int count; (count = await from.ReceiveAsync(buffer, ended)) > 0;)
        {
            switch (state())
            {
                case NetworkState.Slow:
                    await Task.Delay(delay, time, ended);
                    break;
                case NetworkState.HalfOpen:
                    continue;
                case NetworkState.Lossy when isUnlucky:
                    Abort();
                    return;
            }

            for (var sent = 0; sent < count;)
            {
                sent += await into.SendAsync(buffer.AsMemory(sent, count - sent), ended);
            }
        }

        into.Shutdown(SocketShutdown.Send);
    }
}

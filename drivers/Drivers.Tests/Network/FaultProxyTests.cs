using System.Net;
using System.Net.Sockets;
using System.Text;
using PairingLab.Drivers.Network;
using PairingLab.Drivers.Serial;

namespace PairingLab.Drivers.Tests.Network;

/// <summary>A device that speaks to its server through the lab.</summary>
public sealed class FaultProxyTests : IAsyncDisposable
{
    private readonly TcpListener server = new(IPAddress.Loopback, 0);
    private readonly FaultProxy proxy;

    public FaultProxyTests()
    {
        server.Start();
        proxy = FaultProxy.Start("127.0.0.1:0", $"127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}", TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await proxy.DisposeAsync();
        server.Dispose();
    }

    [Fact]
    public async Task What_is_said_arrives_both_ways_and_so_does_the_end()
    {
        using var device = await ConnectAsync();
        using var far = await server.AcceptSocketAsync();
        (await CarriedAsync(device, far, "hello")).ShouldBe("hello");
        (await CarriedAsync(far, device, "welcome")).ShouldBe("welcome");
        device.Shutdown(SocketShutdown.Send);
        (await far.ReceiveAsync(new byte[8])).ShouldBe(0);
        (await CarriedAsync(far, device, "bye")).ShouldBe("bye");
    }

    [Fact]
    public async Task A_cut_ends_what_is_open_and_refuses_what_is_new_until_it_is_mended()
    {
        using var device = await ConnectAsync();
        using var far = await server.AcceptSocketAsync();
        (await CarriedAsync(device, far, "hello")).ShouldBe("hello");
        var place = proxy.Address;

        proxy.Set(NetworkState.Cut);
        await Should.ThrowAsync<SocketException>(async () => (await device.ReceiveAsync(new byte[8])).ShouldBePositive("closed"));
        await Should.ThrowAsync<SocketException>(ConnectAsync);

        proxy.Set(NetworkState.Connected);
        proxy.Address.ShouldBe(place);
        using var again = await ConnectAsync();
        using var farAgain = await server.AcceptSocketAsync();
        (await CarriedAsync(again, farAgain, "hello")).ShouldBe("hello");
    }

    [Fact]
    public async Task Half_open_keeps_the_connection_and_carries_nothing()
    {
        using var device = await ConnectAsync();
        using var far = await server.AcceptSocketAsync();
        proxy.Set(NetworkState.HalfOpen);
        await device.SendAsync("lost"u8.ToArray());
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        await Should.ThrowAsync<OperationCanceledException>(async () => await far.ReceiveAsync(new byte[8], limit.Token));

        proxy.Set(NetworkState.Connected);
        (await CarriedAsync(device, far, "heard")).ShouldBe("heard");
    }

    [Fact]
    public async Task Slow_takes_a_second()
    {
        using var device = await ConnectAsync();
        using var far = await server.AcceptSocketAsync();
        proxy.Set(NetworkState.Slow);
        var began = TimeProvider.System.GetTimestamp();
        (await CarriedAsync(device, far, "late")).ShouldBe("late");
        TimeProvider.System.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(900));
    }

    [Fact]
    public async Task Lossy_ends_some_connections_and_carries_others()
    {
        proxy.Set(NetworkState.Lossy);
        var carried = 0;
        const int Tries = 6;
        for (var i = 0; i < Tries; i++)
        {
            using var device = await ConnectAsync();
            using var far = await server.AcceptSocketAsync();
            try
            {
                carried += await CarriedAsync(device, far, "hello") == "hello" ? 1 : 0;
            }
            catch (SocketException)
            {
                // One of those that are ended.
            }
        }

        carried.ShouldBe(4, "every third one is ended");
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(proxy.Address);
        return socket;
    }

    private static async Task<string> CarriedAsync(Socket from, Socket to, string text)
    {
        await from.SendAsync(Encoding.ASCII.GetBytes(text));
        var buffer = new byte[64];
        using var limit = new CancellationTokenSource(Patience.Limit, TimeProvider.System);
        return Encoding.ASCII.GetString(buffer, 0, await to.ReceiveAsync(buffer, limit.Token));
    }
}

using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Serial;

/// <summary>A far end that takes the connection and hangs up, or says nothing at all.</summary>
public sealed class RefusedLineTests : IDisposable
{
    private readonly ListWitness _witness = new();
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task The_words_of_ser2net_are_shown_and_the_line_is_back_when_the_port_is_free()
    {
        using var pair = await TtyPair.OpenAsync();
        var port = FreePort.Next();
        using var server = await Ser2Net.StartAsync(_scratch, pair.Near, port);
        using var other = await ConnectAsync(port);
        await using var far = await SerialLine.OpenAsync(pair.Far);
        await far.WriteAsync("$PLDSP,0042,06,CF*72\r\n"u8.ToArray());
        var buffer = new byte[8];
        (await other.ReceiveAsync(buffer)).ShouldBePositive("ser2net serves the other program");

        await using var display = await OpenAsync($"tcp://127.0.0.1:{port}", TimeProvider.System);
        await Patience.UntilAsync(() => !display.Diagnosis.LineUp, "the refusal is noticed");
        display.Diagnosis.LineTrouble.ShouldNotBeNull().ShouldContain("the far end said 'Port already in use'");

        other.Dispose();
        await Patience.UntilAsync(
            async () =>
            {
                await far.WriteAsync("$PLDSP,0042,06,CF*72\r\n"u8.ToArray());
                return display.Diagnosis.LineUp;
            },
            "the line is back");
        _witness.Sentences.Count(s => s.Note?.StartsWith("line", StringComparison.Ordinal) == true).ShouldBe(2, Notes);
    }

    [Fact]
    public async Task Attempts_become_rarer_and_are_told_once()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var attempts = 0;
        _ = Task.Run(async () =>
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync();
                await socket.SendAsync("Port already in use\r\n"u8.ToArray());
                Interlocked.Increment(ref attempts);
            }
        });
        var clock = new FakeTimeProvider();
        var began = clock.GetUtcNow();
        await using var display = await OpenAsync($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", clock);
        await Patience.UntilAsync(
            () =>
            {
                if (Volatile.Read(ref attempts) < 9)
                {
                    clock.Advance(TimeSpan.FromMilliseconds(25));
                }

                return Volatile.Read(ref attempts) >= 9;
            },
            "it has been tried nine times");
        (clock.GetUtcNow() - began).ShouldBeGreaterThan(TimeSpan.FromSeconds(5), "0.05, 0.1, … 5 s between the attempts");
        _witness.Sentences.Count(s => s.Note is not null).ShouldBe(1, Notes);
    }

    [Fact]
    public async Task Silence_is_a_lost_line_that_is_opened_again()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pseudo-terminals");
        using var pair = await TtyPair.OpenAsync();
        await using var far = await SerialLine.OpenAsync(pair.Far);
        await using var display = await OpenAsync(pair.Near, TimeProvider.System);
        await Patience.UntilAsync(() => !display.Diagnosis.LineUp, "the silence is noticed");
        display.Diagnosis.LineTrouble.ShouldNotBeNull().ShouldContain($"{pair.Near} is silent: no byte for 2 s");
        await Patience.UntilAsync(
            async () =>
            {
                await far.WriteAsync("$PLDSP,0042,06,CF*72\r\n"u8.ToArray());
                return display.Diagnosis.LineUp;
            },
            "the line is back");
    }

    [Fact]
    public async Task A_half_open_connection_is_noticed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var display = await OpenAsync($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", TimeProvider.System);
        using var socket = await listener.AcceptSocketAsync();
        await socket.SendAsync("$PLDSP,0042,06,CF*72\r\n"u8.ToArray());
        await Patience.UntilAsync(() => !display.Diagnosis.LineUp, "the silence is noticed");
    }

    private string Notes => string.Join('\n', _witness.Sentences.Select(s => s.Note));

    private async Task<CommanderDisplay> OpenAsync(string address, TimeProvider clock)
    {
        var display = await CommanderDisplay.OpenAsync(
            "commander-1", address, new RealTime(TimeProvider.System), _witness, clock: clock);
        return display;
    }

    private static async Task<Socket> ConnectAsync(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await Patience.UntilAsync(
            async () =>
            {
                try
                {
                    await socket.ConnectAsync(IPAddress.Loopback, port);
                    return true;
                }
                catch (SocketException)
                {
                    return false;
                }
            },
            "ser2net listens");
        return socket;
    }
}

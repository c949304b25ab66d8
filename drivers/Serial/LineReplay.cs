using System.Net;
using System.Net.Sockets;

namespace PairingLab.Drivers.Serial;

/// <summary>
/// Plays the log of a line to every client that connects, with the pauses that it had: a driver at tcp://… sees what was seen at
/// the bench.
/// </summary>
public sealed class LineReplay : IAsyncDisposable
{
    // How soon a byte that is due is sent.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly IReadOnlyList<(DateTimeOffset At, byte[] Bytes)> pieces;
    private readonly TimeProvider clock;
    private readonly double speed;
    private readonly TcpListener listener;
    private readonly CancellationTokenSource ended = new();
    private readonly Task serving;

    private readonly Func<DateTimeOffset?> recorded;
    private readonly Func<bool> isHeld;

    private LineReplay(
        IReadOnlyList<(DateTimeOffset At, byte[] Bytes)> pieces,
        TimeProvider clock,
        double speed,
        int port,
        Func<DateTimeOffset?> recorded,
        Func<bool> isHeld)
    {
        (this.pieces, this.clock, this.speed, this.recorded, this.isHeld) = (pieces, clock, speed, recorded, isHeld);
        listener = new(IPAddress.Loopback, port);
        listener.Start();
        Address = $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        serving = Task.Run(ServeAsync);
    }

    /// <summary>Where it is, as a bench file names a line.</summary>
    public string Address { get; }

    /// <summary>How long it takes at the pace of the bench.</summary>
    public TimeSpan Length => pieces.Count == 0 ? TimeSpan.Zero : pieces[^1].At - pieces[0].At;

    /// <summary>Offers a log. Throws <see cref="InvalidDataException"/> when the file is none.</summary>
    /// <param name="log">The file.</param>
    /// <param name="clock">Whose pauses.</param>
    /// <param name="speed">1 for the pace of the bench.</param>
    /// <param name="port">The port; 0 for any.</param>
    /// <param name="within">Which part of it; null for all.</param>
    /// <param name="at">
    /// Recorded time, where pages are played beside it; null while that has not begun, and then it plays from the beginning.
    /// </param>
    /// <param name="isHeld">Whether recorded time waits for a driver: the display goes on showing what it showed then.</param>
    public static LineReplay Start(
        string log,
        TimeProvider clock,
        double speed = 1,
        int port = 0,
        (DateTimeOffset From, DateTimeOffset To)? within = null,
        Func<DateTimeOffset?>? at = null,
        Func<bool>? isHeld = null) => new(
        [.. LineLog.Read(log).Where(p => within is not { } part || (p.At >= part.From && p.At <= part.To))],
        clock,
        speed,
        port,
        at ?? (() => null),
        isHeld ?? (() => false));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await serving; // before the listener ends, which it may be about to ask
        listener.Dispose();
        ended.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using var socket = await listener.AcceptSocketAsync(ended.Token);
                await (recorded() is { } now ? FollowAsync(socket, now) : PlayAsync(socket));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException) when (!ended.IsCancellationRequested)
            {
                // The reader has gone away; the next one sees it from the beginning.
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    private async Task FollowAsync(Socket socket, DateTimeOffset from)
    {
        var held = new HeldDisplay();
        for (var next = pieces.TakeWhile(p => p.At < from).Count(); next < pieces.Count || isHeld();)
        {
            var due = pieces.Skip(next).TakeWhile(p => p.At <= recorded()).ToList();
            next += due.Count;
            await SendAsync(socket, held.Played([.. due.SelectMany(d => d.Bytes)]));
            if (due.Count == 0 && isHeld())
            {
                await SendAsync(socket, held.Next());
                await Task.Delay(HeldDisplay.Heartbeat / speed, clock, ended.Token);
            }
            else
            {
                await Task.Delay(Look, clock, ended.Token);
            }
        }
    }

    private async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += await socket.SendAsync(bytes[sent..], ended.Token);
        }
    }

    private async Task PlayAsync(Socket socket)
    {
        var last = pieces.Count > 0 ? pieces[0].At : default;
        foreach (var (at, bytes) in pieces)
        {
            var pause = (at - last) / speed;
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, clock, ended.Token);
            }

            last = at;
            await SendAsync(socket, bytes);
        }
    }
}

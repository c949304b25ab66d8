using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PairingLab.Kernel.Network;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>
/// Where the Helpdesk reaches a workstation with a terminal program (PuTTY, raw). Commander POS pairing guide, Permission
/// Denied: "the Helpdesk is trying to PuTTY into the POS, but the POS is not paired with the Commander".
/// </summary>
internal sealed class RemoteSession : IDisposable
{
    /// <summary>The most sessions at a time: no Helpdesk needs more.</summary>
    public const int MostVisitors = 20;

    private const int LongestLine = 256;

    private readonly Listening where;
    private readonly TcpListener listener;
    private readonly CancellationTokenSource ended = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<string?>> asked = new();
    private int lines;
    private int visitors;

    /// <summary>Listens.</summary>
    public RemoteSession(Listening where)
    {
        (this.where, listener) = (where, new(where.Address, 0));
        listener.Start();
    }

    /// <summary>tcp://host:port.</summary>
    public string Address => $"tcp://{where.Host}:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>Serves visitors until power is gone. Each asks for a line at once, and again whenever he has typed something.</summary>
    public async Task ServeAsync(Action<int> asks)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(ended.Token);
                _ = TalkAsync(client, asks);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException or SocketException) // no longer listening
        {
            // The workstation lost its power.
        }
    }

    /// <summary>Gives a visitor the line that he waits for; null when access is denied.</summary>
    public void Answer(int line, string? greeting)
    {
        if (asked.TryRemove(line, out var answer))
        {
            answer.TrySetResult(greeting);
        }
    }

    public void Dispose()
    {
        ended.Cancel();
        listener.Dispose();
    }

    private async Task TalkAsync(TcpClient client, Action<int> asks)
    {
        var isOneTooMany = Interlocked.Increment(ref visitors) > MostVisitors;
        try
        {
            var stream = client.GetStream();
            await (isOneTooMany ? SayAsync(stream, "too many sessions; close another one first") : ServeAsync(stream, asks));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The Helpdesk hung up, or the power went.
        }
        finally
        {
            Interlocked.Decrement(ref visitors);
            client.Dispose();
        }
    }

    private async Task ServeAsync(NetworkStream stream, Action<int> asks)
    {
        var reader = new LineReader(stream, LongestLine);
        try
        {
            var isIn = await GreetAsync(stream, asks);
            while (isIn && await reader.ReadAsync(ended.Token) is { } line && line != "exit")
            {
                await GreetAsync(stream, asks);
            }
        }
        catch (InvalidDataException e)
        {
            await SayAsync(stream, e.Message);
        }
    }

    /// <summary>Whether the visitor is let in.</summary>
    private async Task<bool> GreetAsync(NetworkStream stream, Action<int> asks)
    {
        var line = Interlocked.Increment(ref lines);
        var answer = asked[line] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        asks(line);
        var greeting = await answer.Task.WaitAsync(ended.Token);
        await SayAsync(stream, greeting ?? Core.Texts.PermissionDenied);
        return greeting is not null;
    }

    private Task SayAsync(NetworkStream stream, string line) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"), ended.Token).AsTask();
}

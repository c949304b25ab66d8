using System.Net.WebSockets;
using PairingLab.Sci.Api;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>A terminal's end of its link.</summary>
internal sealed class TerminalCall : IDisposable
{
    private static readonly ReadOnlyMemory<byte> Here = "here"u8.ToArray();

    private readonly TerminalLink link;
    private readonly Action<ReadOnlyMemory<byte>> heard;
    private readonly CancellationTokenSource hungUp = new();
    private TaskCompletionSource? word;
    private volatile bool ended;

    private TerminalCall(WebSocket socket, Action<ReadOnlyMemory<byte>> heard)
    {
        link = new(socket);
        this.heard = heard;
    }

    /// <summary>Opens the link.</summary>
    /// <exception cref="WebSocketException">Nobody answers.</exception>
    public static async Task<TerminalCall> OpenAsync(string address, HttpMessageInvoker invoker, Action<ReadOnlyMemory<byte>> heard, CancellationToken cancel)
    {
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        try
        {
            await socket.ConnectAsync(new($"ws{address["http".Length..]}"), invoker, cancel).ConfigureAwait(false);
            return new(socket, heard);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Listens until the link ends.</summary>
    public async Task ListenAsync()
    {
        try
        {
            while (await link.ReceiveAsync(hungUp.Token).ConfigureAwait(false) is { } view)
            {
                heard(view);
                Interlocked.Exchange(ref word, null)?.TrySetResult();
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The link is down; who listens sees it by this method's return.
        }
        finally
        {
            ended = true;
            Disappoint();
        }
    }

    /// <summary>Says that the terminal is still here and waits for a word.</summary>
    /// <exception cref="IOException">The link is down.</exception>
    public async Task SayHereAsync(CancellationToken cancel)
    {
        var next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = Interlocked.CompareExchange(ref word, next, null) ?? next;
        if (ended)
        {
            Disappoint();
        }

        await link.SendAsync(Here, cancel).ConfigureAwait(false);
        await waiting.Task.WaitAsync(cancel).ConfigureAwait(false);
    }

    public void Dispose()
    {
        hungUp.Cancel();
        link.Dispose();
    }

    /// <summary>Nobody will say anything any more: who waits for it must know, or the clock would wait with it.</summary>
    private void Disappoint() => Interlocked.Exchange(ref word, null)?.TrySetException(new IOException("the link is down"));
}

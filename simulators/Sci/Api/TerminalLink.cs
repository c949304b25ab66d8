using System.Net.WebSockets;

namespace PairingLab.Sci.Api;

/// <summary>A terminal's link, either end: text messages over a web socket, at most 64 KB each.</summary>
public sealed class TerminalLink(WebSocket socket) : IDisposable
{
    private const int Longest = 64 * 1024;
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly byte[] buffer = new byte[Longest];
    private long lastHeard;

    /// <summary>When the terminal said last that it is there; lab time.</summary>
    public DateTimeOffset LastHeard
    {
        get => new(Volatile.Read(ref lastHeard), TimeSpan.Zero);
        set => Volatile.Write(ref lastHeard, value.UtcTicks);
    }

    /// <summary>Sends a message; messages of several senders do not mix.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancel)
    {
        await sending.WaitAsync(cancel);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>The next message; null when the peer has closed, or sends an invalid message. Good until the next call.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancel)
    {
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), cancel);
            length += part.Count;
            if (part.MessageType != WebSocketMessageType.Text || (length == Longest && !part.EndOfMessage))
            {
                return null;
            }

            if (part.EndOfMessage)
            {
                return buffer.AsMemory(0, length);
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        socket.Abort();
        socket.Dispose();
    }
}

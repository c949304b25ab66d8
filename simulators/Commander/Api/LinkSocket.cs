using System.Net.WebSockets;
using System.Text.Json;

namespace PairingLab.Commander.Api;

/// <summary>Link messages over a web socket: one JSON text message each, at most 8 KB.</summary>
public sealed class LinkSocket(WebSocket socket) : IDisposable
{
    private const int Longest = 8192;
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly byte[] buffer = new byte[Longest];

    /// <summary>Sends a message; messages of several senders do not mix.</summary>
    public async Task SendAsync(LinkMessage message, CancellationToken cancel)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(message, LabJson.Options);
        await sending.WaitAsync(cancel);
        try
        {
            await socket.SendAsync(bytes.AsMemory(), WebSocketMessageType.Text, endOfMessage: true, cancel);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>Hangs up in good order: what was said before still arrives, which it need not when the connection is torn.</summary>
    public async Task HangUpAsync(CancellationToken cancel)
    {
        await sending.WaitAsync(cancel);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, null, cancel);
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>The next message; null when the peer has closed, or sends an invalid message.</summary>
    /// <exception cref="WebSocketException">The connection broke.</exception>
    public async Task<LinkMessage?> ReceiveAsync(CancellationToken cancel)
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
                return Parse(buffer.AsSpan(0, length));
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        socket.Abort();
        socket.Dispose();
    }

    private static LinkMessage? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<LinkMessage>(json, LabJson.Options) is { Type: not null } message ? message : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

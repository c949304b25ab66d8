using System.Net.WebSockets;
using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Simulation;
using PairingLab.Sci.Api;

namespace PairingLab.Sci.Devices.Terminal;

/// <summary>What a terminal asks of its tenant.</summary>
public abstract record TerminalRequest
{
    /// <summary>Something that the merchant does.</summary>
    public sealed record Act(TerminalAct Do) : TerminalRequest;

    /// <summary>The link over which the tenant tells what happens: a view at once, and after each change.</summary>
    public sealed record Link : TerminalRequest;

    /// <summary>Says over the link that the terminal is still here. Any view that is heard after it is the answer.</summary>
    public sealed record SayHere : TerminalRequest;
}

/// <summary>What came back to a terminal.</summary>
/// <param name="View">What the tenant says of it; null when nobody has answered, or the link is down.</param>
/// <param name="Refusal">Act: what the merchant is told; null when it was done.</param>
public sealed record TerminalReply(TerminalView? View = null, string? Refusal = null);

/// <summary>A terminal's acts over HTTP, and its end of the link.</summary>
/// <param name="http">Its cable.</param>
/// <param name="url">Where its tenant hears it.</param>
internal sealed class TerminalClient(DeviceHttp http, string url) : IDeviceClient<TerminalRequest, TerminalReply>
{
    private static readonly ReadOnlyMemory<byte> Here = "here"u8.ToArray();

    private volatile TerminalLink? link;

    public async Task<TerminalReply> SendAsync(TerminalRequest request, Flight<TerminalReply> flight)
    {
        try
        {
            return request switch
            {
                TerminalRequest.Act r => await ActAsync(r.Do, flight.CalledBack),
                TerminalRequest.Link => await ListenAsync(flight),
                _ => await SayHereAsync(flight.CalledBack),
            };
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or ObjectDisposedException
            or OperationCanceledException or JsonException)
        {
            // Nobody answers, the link has broken, or what is heard is not the tenant's.
            return new(null, TerminalTexts.NotReached);
        }
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<TerminalReply> ActAsync(TerminalAct act, CancellationToken cancel)
    {
        var reply = await http.SendAsync(HttpMethod.Post, $"{url}/acts", act, null, cancel);
        return reply.Ok ? new(reply.Read<TerminalView>()) : new(null, reply.Error?.Message ?? TerminalTexts.NotReached);
    }

    private async Task<TerminalReply> ListenAsync(Flight<TerminalReply> flight)
    {
        using var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await socket.ConnectAsync(new($"ws{url["http".Length..]}/link"), http.Invoker, flight.CalledBack);
        using var opened = link = new(socket);
        while (await opened.ReceiveAsync(flight.CalledBack) is { } view)
        {
            flight.Tell(new(JsonSerializer.Deserialize<TerminalView>(view.Span, LabJson.Options)));
            flight.Establish();
        }

        return new();
    }

    /// <summary>The answer may be heard before the sending has returned; a web socket whose sending is called back is torn down.</summary>
    private async Task<TerminalReply> SayHereAsync(CancellationToken heard)
    {
        await link!.SendAsync(Here, CancellationToken.None).WaitAsync(heard);
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, heard);
        return new();
    }
}

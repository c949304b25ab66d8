using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using PairingLab.Sci.Core;
using PairingLab.Sci.Service;

namespace PairingLab.Sci.Api;

/// <summary>The links of all terminals: tells each what has become of it, and knows which are connected.</summary>
public sealed class TerminalHub
{
    private readonly SciService sci;
    private readonly DateTimeOffset began;
    private readonly ConcurrentDictionary<TerminalLink, string> links = new();

    /// <summary>Watches SCI.</summary>
    public TerminalHub(SciService sci)
    {
        this.sci = sci;
        began = sci.Now;
        sci.Happened += OnHappened;
    }

    /// <summary>A link has broken or was closed.</summary>
    public event Action? Lost;

    /// <summary>
    /// Whether a terminal that must be there is not. Just after a restart of SCI it has the time of two heartbeats to link itself again.
    /// </summary>
    public bool IsLost(string terminal) => !IsConnected(terminal) && sci.Now - began >= 2 * sci.Settings.Heartbeat;

    /// <summary>Whether a terminal is linked and has said so lately.</summary>
    public bool IsConnected(string terminal) =>
        links.Any(l => l.Value == terminal && sci.Now - l.Key.LastHeard < 2 * sci.Settings.Heartbeat);

    /// <summary>Serves one link until it ends. Whatever the terminal says, it is answered with its view.</summary>
    public async Task ServeAsync(WebSocket socket, string terminal, CancellationToken cancel)
    {
        using var link = new TerminalLink(socket) { LastHeard = sci.Now };
        links[link] = terminal;
        try
        {
            await link.SendAsync(View(terminal), cancel);
            while (await link.ReceiveAsync(cancel) is not null)
            {
                link.LastHeard = sci.Now;
                await link.SendAsync(View(terminal), cancel);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The terminal went away, or power did; nobody is left to be told.
        }
        finally
        {
            links.TryRemove(link, out _);
            Lost?.Invoke();
        }
    }

    private byte[] View(string terminal) => JsonSerializer.SerializeToUtf8Bytes(TerminalView.Of(sci.State, terminal), LabJson.Options);

    private void OnHappened(SciState state, IReadOnlyList<ISciEvent> events)
    {
        foreach (var terminal in events.Select(e => e.Terminal).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            foreach (var link in links.Where(l => l.Value == terminal).Select(l => l.Key))
            {
                var hold = sci.Clock.Hold($"telling {terminal}");
                _ = Task.Run(() => TellAsync(link, terminal, hold));
            }
        }
    }

    private async Task TellAsync(TerminalLink link, string terminal, IDisposable hold)
    {
        using (hold)
        {
            try
            {
                using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5), TimeProvider.System);
                await link.SendAsync(View(terminal), limit.Token);
            }
            catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
            {
                // It had already gone, or does not listen: then it is cut off.
                link.Dispose();
            }
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Api;

/// <summary>The connections of terminals with master; unpairing drops them. Lab's choice.</summary>
public sealed class LiveSessions
{
    private readonly ConcurrentDictionary<string, (string Fingerprint, IConnectionLifetimeFeature Connection)> connections =
        new(StringComparer.Ordinal);

    /// <summary>Listens to a server's events.</summary>
    public LiveSessions(TrustServer server) => server.Happened += OnHappened;

    /// <summary>Remembers the connection of a request until it is closed.</summary>
    public void Keep(string fingerprint, HttpContext http)
    {
        var id = http.Connection.Id;
        if (http.Features.Get<IConnectionLifetimeFeature>() is { } connection && connections.TryAdd(id, (fingerprint, connection)))
        {
            connection.ConnectionClosed.Register(() => connections.TryRemove(id, out _));
        }
    }

    private void OnHappened(ServerState state, IReadOnlyList<IServerEvent> events)
    {
        foreach (var happened in events)
        {
            if (happened is TerminalUnpaired { Fingerprint: { } fingerprint })
            {
                Drop(f => f == fingerprint);
            }
            else if (happened is FingerprintsLost)
            {
                Drop(_ => true);
            }
        }
    }

    private void Drop(Func<string, bool> isDropped)
    {
        foreach (var (fingerprint, connection) in connections.Values.Where(c => isDropped(c.Fingerprint)))
        {
            // On another thread: the core still holds its lock here.
            _ = Task.Run(connection.Abort);
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Core.Events;
using PairingLab.TerminalTrust.Server;

namespace PairingLab.TerminalTrust.Api;

/// <summary>The connections that terminals have with master; unpairing drops them (protocol page, lab's choices).</summary>
public sealed class LiveSessions
{
    private readonly ConcurrentDictionary<string, (string Fingerprint, IConnectionLifetimeFeature Connection)> connections = new(StringComparer.Ordinal);

    /// <summary>Watches a server.</summary>
    public LiveSessions(TrustServer server) => server.Happened += OnHappened;

    /// <summary>Remembers a request's connection as long as it lasts.</summary>
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

    private void Drop(Func<string, bool> whose)
    {
        foreach (var (fingerprint, connection) in connections.Values.Where(c => whose(c.Fingerprint)))
        {
            // Not from here: the core is still telling of it.
            _ = Task.Run(connection.Abort);
        }
    }
}

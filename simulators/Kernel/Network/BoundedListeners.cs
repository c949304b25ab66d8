using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace PairingLab.Kernel.Network;

/// <summary>
/// Listeners of a web server that refuse a connection at once while the process has too few descriptors left, whatever they are used for.
/// </summary>
internal sealed class BoundedListeners(SocketTransportFactory sockets) : IConnectionListenerFactory
{
    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await sockets.BindAsync(endpoint, cancellationToken));

    private sealed class Listener(IConnectionListener inner) : IConnectionListener
    {
        // Most clients have not sent a request yet, and who begins TLS can't read this; both see that the connection is closed.
        private static readonly byte[] Refusal =
            [.. "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nConnection: close\r\nRetry-After: 5\r\n\r\n"u8,
                .. "{\"error\":{\"code\":\"too_many_connections\",\"message\":\"the lab has no room for another connection; "u8,
                .. "close some, or start it where more files may be open (ulimit -n)\"}}"u8];

        public EndPoint EndPoint => inner.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (await inner.AcceptAsync(cancellationToken) is { } connection)
            {
                if (connection.Features.Get<IConnectionSocketFeature>()?.Socket is not { } socket || Descriptors.HaveRoomFor(socket))
                {
                    return connection;
                }

                await RefuseAsync(connection, socket);
            }

            return null;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => inner.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private static async Task RefuseAsync(ConnectionContext connection, Socket socket)
        {
            try
            {
                _ = socket.Send(Refusal, SocketFlags.None, out _); // into an empty buffer: it does not wait
            }
            catch (ObjectDisposedException)
            {
                // The client has gone already.
            }

            connection.Abort(new("too few descriptors are left"));
            await connection.DisposeAsync();
        }
    }
}

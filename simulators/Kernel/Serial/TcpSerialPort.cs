using System.Net;
using System.Net.Sockets;
using PairingLab.Kernel.Network;

namespace PairingLab.Kernel.Serial;

/// <summary>
/// A serial port over TCP on loopback, raw, as ser2net serves one; for machines without pseudo-terminals.
/// </summary>
public sealed class TcpSerialPort : ISerialPort
{
    /// <summary>The most readers at a time; one more is hung up on.</summary>
    public const int MostReaders = 32;

    private readonly Lock _gate = new();
    private readonly List<Socket> _readers = [];
    private readonly int _port;
    private readonly Listening _site;
    private Socket? _listener;

    /// <summary>Listens on a port that the system chooses, and that stays the same when plugged again.</summary>
    public TcpSerialPort(Listening? where = null)
    {
        _site = where ?? Listening.OnLoopback;
        Plug();
        _port = ((IPEndPoint)_listener!.LocalEndPoint!).Port;
    }

    /// <inheritdoc />
    public event Action<ReadOnlyMemory<byte>>? Received;

    /// <inheritdoc />
    public string Address => $"tcp://{_site.Host}:{_port}";

    /// <inheritdoc />
    public bool Plugged
    {
        get { lock (_gate) { return _listener is not null; } }
    }

    /// <inheritdoc />
    public void Plug()
    {
        lock (_gate)
        {
            if (_listener is not null)
            {
                return;
            }

            var listener = new Socket(_site.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(_site.Address, _port));
            listener.Listen();
            _listener = listener;
            _ = AcceptAsync(listener);
        }
    }

    /// <inheritdoc />
    public void Unplug()
    {
        lock (_gate)
        {
            _listener?.Dispose();
            _listener = null;
            _readers.ForEach(r => r.Dispose());
            _readers.Clear();
        }
    }

    /// <inheritdoc />
    public void Send(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            foreach (var reader in _readers)
            {
                // Asked first, since a full buffer would else be an exception a sentence. What does not fit is lost.
                if (reader.Poll(0, SelectMode.SelectWrite))
                {
                    _ = reader.Send(bytes, SocketFlags.None, out _);
                }
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => Unplug();

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                var reader = await listener.AcceptAsync();
                (reader.Blocking, reader.NoDelay) = (false, true);
                _ = Admit(listener, reader) ? ListenAsync(reader) : Task.CompletedTask;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Unplugged.
        }
    }

    private bool Admit(Socket listener, Socket reader)
    {
        lock (_gate)
        {
            if (_listener == listener && _readers.Count < MostReaders && Descriptors.HaveRoomFor(reader))
            {
                _readers.Add(reader);
                return true;
            }
        }

        reader.Dispose(); // it was unplugged just as this one came, or there are too many
        return false;
    }

    private async Task ListenAsync(Socket reader)
    {
        var buffer = new byte[512];
        try
        {
            for (int count; (count = await reader.ReceiveAsync(buffer)) > 0;)
            {
                Received?.Invoke(buffer.AsMemory(0, count));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Unplugged, or the reader has gone.
        }

        lock (_gate)
        {
            _ = _readers.Remove(reader);
        }

        reader.Dispose();
    }
}

using System.Net;
using System.Net.Sockets;

namespace PairingLab.Kernel.Serial;

/// <summary>A serial port over TCP on loopback, raw, as ser2net serves one; for machines without pseudo-terminals. Any number of readers.</summary>
public sealed class TcpSerialPort : ISerialPort
{
    private readonly Lock _gate = new();
    private readonly List<Socket> _readers = [];
    private readonly int _port;
    private Socket? _listener;

    /// <summary>Listens on a port that the system chooses, and that stays the same when plugged again.</summary>
    public TcpSerialPort()
    {
        Plug();
        _port = ((IPEndPoint)_listener!.LocalEndPoint!).Port;
    }

    /// <inheritdoc />
    public event Action<ReadOnlyMemory<byte>>? Received;

    /// <inheritdoc />
    public string Address => $"tcp://127.0.0.1:{_port}";

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

            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, _port));
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
            if (_listener == listener)
            {
                _readers.Add(reader);
                return true;
            }
        }

        reader.Dispose(); // it was unplugged just as this one came
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

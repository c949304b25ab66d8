using System.Net.Sockets;

namespace PairingLab.Drivers.Serial;

/// <summary>A remote serial port over TCP, raw: what is sent is what is on the wire, nothing more.</summary>
internal sealed class TcpSerialLine : ISerialLine
{
    private readonly Socket _socket;

    private TcpSerialLine(string name, Socket socket)
    {
        Name = name;
        _socket = socket;
    }

    public string Name { get; }

    public static async Task<TcpSerialLine> OpenAsync(string address, CancellationToken cancel)
    {
        var (host, port) = Parse(address);
        // Sentences are short and far apart: none should wait for the next one to fill a packet.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(host, port, cancel);
            return new TcpSerialLine(address, socket);
        }
        catch (SocketException e)
        {
            socket.Dispose();
            throw Unreachable(address, e);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        try
        {
            return await _socket.ReceiveAsync(buffer, SocketFlags.None, cancel);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[await _socket.SendAsync(bytes, SocketFlags.None, cancel)..];
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw new SerialLineException(SerialProblem.Lost, $"{Name} is gone: {e.Message}", e);
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static (string Host, int Port) Parse(string address)
    {
        var good = Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Host.Length > 0 && uri.Port is > 0 and <= 65535
            && uri.AbsolutePath is "" or "/" && uri.Query.Length == 0 && uri.UserInfo.Length == 0;
        return good && uri is not null
            ? (uri.IdnHost.Trim('[', ']'), uri.Port)
            : throw new SerialLineException(
                SerialProblem.BadAddress,
                $"'{address}' is not a TCP address of a serial port; right would be tcp://host:port, such as tcp://127.0.0.1:3001.");
    }

    private static SerialLineException Unreachable(string address, SocketException e) =>
        new(
            SerialProblem.Unreachable,
            e.SocketErrorCode switch
            {
                SocketError.ConnectionRefused =>
                    $"Nothing listens at {address} (connection refused); is ser2net running, and is this the port of its accepter?",
                SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
                    $"The host of {address} is not known; check its name, or give its number.",
                _ => $"{address} cannot be reached: {e.Message}",
            },
            e);
}

namespace PairingLab.Drivers.Serial;

/// <summary>A byte stream to a device: a local serial port, or a remote one over TCP. One reader and one writer at a time.</summary>
public interface ISerialLine : IAsyncDisposable
{
    /// <summary>The address the line was opened by: a path (<c>/dev/ttyUSB0</c>, <c>COM3</c>) or <c>tcp://host:port</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Reads what has come, at least one byte; 0 means that the line is gone (unplugged, hung up, closed by the other end).
    /// </summary>
    ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default);

    /// <summary>Sends all bytes. Throws <see cref="SerialLineException"/> when the line is gone or takes nothing.</summary>
    ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default);
}

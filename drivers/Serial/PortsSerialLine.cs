using System.IO.Ports;

namespace PairingLab.Drivers.Serial;

/// <summary>A local port through System.IO.Ports; the one of the full package set, and the one for Windows.</summary>
internal sealed class PortsSerialLine : ISerialLine
{
    private readonly SerialPort _port;
    private readonly Stream _stream;

    private PortsSerialLine(string name, SerialPort port)
    {
        Name = name;
        _port = port;
        _stream = port.BaseStream;
    }

    public string Name { get; }

    public static PortsSerialLine Open(string path, SerialSettings settings)
    {
        // It answers a missing device with "access denied", so look first; Windows has names (COM3), no files.
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
        {
            throw Directory.Exists(path) ? PortTrouble.NotATerminal(path) : PortTrouble.NoSuchPath(path);
        }

        SerialPort? port = null;
        try
        {
            // Never set DtrEnable: a pseudo-terminal has no modem lines, and setting one throws.
            port = new SerialPort(path, settings.Baud, ParityOf(settings), settings.DataBits, StopBitsOf(settings));
            port.Open();
            port.DiscardInBuffer();
            return new PortsSerialLine(path, port);
        }
        catch (Exception e)
        {
            port?.Dispose();
            throw Trouble(path, settings, e);
        }
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        try
        {
            return await _stream.ReadAsync(buffer, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (IsGone(e))
        {
            return 0;
        }
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        try
        {
            await _stream.WriteAsync(bytes, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && (IsGone(e) || e is TimeoutException))
        {
            throw PortTrouble.Lost(Name, e.Message);
        }
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            _port.Dispose();
        }
        catch (IOException)
        {
            // Closing a port that was pulled out: there is nothing left to close.
        }

        return ValueTask.CompletedTask;
    }

    // After a hang-up reads give ObjectDisposedException; an unplugged adapter gives the others.
    private static bool IsGone(Exception e) =>
        e is ObjectDisposedException or IOException or InvalidOperationException or UnauthorizedAccessException or OperationCanceledException;

    private static Parity ParityOf(SerialSettings settings) => settings.Parity switch
    {
        SerialParity.Even => Parity.Even,
        SerialParity.Odd => Parity.Odd,
        _ => Parity.None,
    };

    private static StopBits StopBitsOf(SerialSettings settings) => settings.StopBits == 2 ? StopBits.Two : StopBits.One;

    private static SerialLineException Trouble(string path, SerialSettings settings, Exception e) => e switch
    {
        FileNotFoundException => PortTrouble.NoSuchPath(path),
        UnauthorizedAccessException { InnerException: IOException inner } when inner.Message.Contains("busy", StringComparison.OrdinalIgnoreCase) => PortTrouble.Busy(path),
        UnauthorizedAccessException when OperatingSystem.IsWindows() => PortTrouble.Busy(path),
        UnauthorizedAccessException => PortTrouble.NoPermission(path),
        ArgumentException => PortTrouble.Unsupported(path, $"{settings} is refused: {e.Message}"),
        _ => PortTrouble.Unsupported(path, $"it cannot be opened with {settings}: {e.Message}"),
    };
}

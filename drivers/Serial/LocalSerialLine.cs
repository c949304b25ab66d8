using System.IO.Ports;

namespace PairingLab.Drivers.Serial;

/// <summary>A serial port of this machine, through System.IO.Ports.</summary>
internal sealed class LocalSerialLine : ISerialLine
{
    // Several reads are always pending. On Unix, System.IO.Ports sleeps for a millisecond whenever none is, lets bytes lie in the
    // kernel until the next one, and after a hang-up ends only those that were pending: a later one would wait for ever.
    private const int PendingReads = 8;
    private const int ReadSize = 512;
    private static readonly TimeSpan WriteLimit = TimeSpan.FromSeconds(2);

    private readonly Stream _stream;
    private readonly IDisposable? _portLock;
    private readonly CancellationTokenSource _gone = new();
    private readonly Queue<PendingRead> _pending = new();
    private ReadOnlyMemory<byte> _unread;

    private LocalSerialLine(string name, SerialPort port, IDisposable? portLock)
    {
        Name = name;
        _stream = port.BaseStream;
        _portLock = portLock;
        for (var i = 0; i < PendingReads; i++)
        {
            StartRead(new byte[ReadSize]);
        }
    }

    public string Name { get; }

    public static LocalSerialLine Open(string path, SerialSettings settings)
    {
        // Windows has names (COM3), no files. Elsewhere System.IO.Ports calls a missing device "access denied", so look first.
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
        {
            throw Directory.Exists(path) ? PortTrouble.NotATerminal(path) : PortTrouble.NoSuchPath(path);
        }

        RefuseImpossible(path, settings);
        var portLock = PortLock.Take(path);
        try
        {
            return new LocalSerialLine(path, OpenPort(path, settings), portLock);
        }
        catch
        {
            portLock?.Dispose();
            throw;
        }
    }

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        if (_unread.IsEmpty)
        {
            // The wait is cancelled, not the read: bytes that it has taken meanwhile are for the next caller.
            var count = await _pending.Peek().Count.WaitAsync(cancel);
            if (count == 0)
            {
                return 0;
            }

            _unread = _pending.Peek().Buffer.AsMemory(0, count);
        }

        var taken = Math.Min(_unread.Length, buffer.Length);
        _unread[..taken].CopyTo(buffer);
        _unread = _unread[taken..];
        if (_unread.IsEmpty)
        {
            StartRead(_pending.Dequeue().Buffer);
        }

        return taken;
    }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, _gone.Token);
        try
        {
            stop.Token.ThrowIfCancellationRequested();
            await _stream.WriteAsync(bytes, stop.Token).AsTask().WaitAsync(WriteLimit, TimeProvider.System, stop.Token);
        }
        catch (TimeoutException)
        {
            await stop.CancelAsync();
            throw PortTrouble.Lost(Name, "nothing can be sent; does the other end take anything?");
        }
        catch (Exception e) when (IsGone(e) && !cancel.IsCancellationRequested)
        {
            await _gone.CancelAsync();
            throw PortTrouble.Lost(Name, "it was hung up or is closed");
        }
    }

    public ValueTask DisposeAsync()
    {
        _gone.Cancel();
        try
        {
            // Not the port's Dispose: that one first waits for writes, even for those that a hang-up has left behind.
            _stream.Dispose();
        }
        catch (Exception e) when (IsGone(e))
        {
            // Closing a port that was pulled out: there is nothing left to close.
        }

        _portLock?.Dispose();
        return ValueTask.CompletedTask;
    }

    private void StartRead(byte[] buffer) => _pending.Enqueue(new(buffer, ReceiveAsync(buffer)));

    // 0: the line is gone.
    private async Task<int> ReceiveAsync(byte[] buffer)
    {
        try
        {
            return await _stream.ReadAsync(buffer, _gone.Token);
        }
        catch (Exception e) when (IsGone(e))
        {
            await _gone.CancelAsync();
            return 0;
        }
    }

    // Which one a hang-up, an unplugged adapter or a close gives depends on the system and on the moment.
    private static bool IsGone(Exception e) =>
        e is ObjectDisposedException or IOException or InvalidOperationException or UnauthorizedAccessException
            or OperationCanceledException;

    private static SerialPort OpenPort(string path, SerialSettings settings)
    {
        // DtrEnable is never set: a pseudo-terminal has no modem lines, and setting one throws.
        var stopBits = settings.StopBits == 2 ? StopBits.Two : StopBits.One;
        var port = new SerialPort(path, settings.Baud, ParityOf(settings), settings.DataBits, stopBits);
        try
        {
            port.Open();
            port.DiscardInBuffer(); // what was shown before anybody looked is no news
            return port;
        }
        catch (Exception e)
        {
            port.Dispose();
            throw PortTrouble.Opening(path, settings, e);
        }
    }

    private static void RefuseImpossible(string path, SerialSettings settings)
    {
        if (settings.DataBits is < 5 or > 8 || settings.StopBits is < 1 or > 2)
        {
            throw PortTrouble.Unsupported(path, $"{settings} is invalid; allowed values: 5 to 8 data bits, 1 or 2 stop bits");
        }

        // System.IO.Ports would set any rate, and a mistyped one would be noticed only by the garbage that comes.
        if (!SerialSettings.Bauds.Contains(settings.Baud))
        {
            throw PortTrouble.Unsupported(
                path, $"{settings.Baud} is not a standard baud rate; allowed values: {string.Join(' ', SerialSettings.Bauds)}");
        }

        // A driver says nothing when it ignores a part of the frame, and System.IO.Ports does not read it back.
        if (IsPseudoTerminal(path) && (settings.Parity != SerialParity.None || settings.DataBits != 8))
        {
            throw PortTrouble.Refused(path, settings);
        }
    }

    private static bool IsPseudoTerminal(string path) => PortLock.DeviceOf(path).StartsWith("/dev/pts/", StringComparison.Ordinal);

    private static Parity ParityOf(SerialSettings settings) => settings.Parity switch
    {
        SerialParity.Even => Parity.Even,
        SerialParity.Odd => Parity.Odd,
        _ => Parity.None,
    };

    private sealed record PendingRead(byte[] Buffer, Task<int> Count);
}

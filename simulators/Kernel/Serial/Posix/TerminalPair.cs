using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace PairingLab.Kernel.Serial;

/// <summary>One pseudo-terminal from its making to its end. Its thread hands on what the reader's side sends.</summary>
internal sealed class TerminalPair : IDisposable
{
    private const int MaxUnread = 1024; // about forty sentences: more than any reader leaves lying about

    private readonly Lock _gate = new();
    private readonly Action<ReadOnlyMemory<byte>> _received;
    private readonly int _master;
    private readonly int _slave;
    private readonly int _wake;
    private readonly Thread _listener;
    private volatile bool _closed;

    public TerminalPair(PortSettings settings, Action<ReadOnlyMemory<byte>> received)
    {
        _received = received;
        // Close-on-exec everywhere: a browser started meanwhile would else keep the terminal alive after it is unplugged.
        _master = Checked(Libc.OpenMaster(Libc.ReadWrite | Libc.NotControlling | Libc.NonBlocking | Libc.CloseOnExec), "posix_openpt");
        _ = Checked(Libc.Grant(_master), "grantpt");
        _ = Checked(Libc.Unlock(_master), "unlockpt");
        SlavePath = NameOf(_master);
        // Held open, so that the master does not see an error whenever the last reader leaves.
        _slave = Checked(Libc.Open(SlavePath, Libc.ReadWrite | Libc.NotControlling | Libc.NonBlocking | Libc.CloseOnExec), SlavePath);
        SetRaw(settings);
        _wake = Checked(Libc.EventFile(0, Libc.NonBlocking | Libc.CloseOnExec), "eventfd");
        _listener = new Thread(Listen, 128 * 1024) { IsBackground = true, Name = $"terminal {SlavePath}" };
        _listener.Start();
    }

    /// <summary><c>/dev/pts/N</c>.</summary>
    public string SlavePath { get; }

    /// <summary>How the reader has set its side; as we set it until one does. A pseudo-terminal has no parity bit and says None.</summary>
    public PortSettings ReaderSettings()
    {
        lock (_gate)
        {
            if (_closed || Libc.GetAttributes(_master, out var mode) != 0)
            {
                return PortSettings.Default;
            }

            var parity = (mode.Control & Termios.ParityOn) == 0 ? PortParity.None
                : (mode.Control & Termios.ParityOdd) == 0 ? PortParity.Even : PortParity.Odd;
            return new PortSettings(BaudCodes.Rate(Libc.GetSpeed(mode)), parity);
        }
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            // Nobody reads: a real line would have lost these long ago, and a reader who comes must not take them for news.
            if (Libc.Control(_slave, Libc.UnreadCount, out var unread) == 0 && unread > MaxUnread)
            {
                _ = Libc.Flush(_master, Libc.UnsentOutput); // what is on its way
                _ = Libc.Flush(_slave, Libc.UnreadInput); // what has arrived
            }

            _ = Libc.Write(_master, bytes, bytes.Length); // what does not fit is lost
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            _ = Libc.Write(_wake, BitConverter.GetBytes(1UL), sizeof(ulong));
        }

        // A handler may unplug its own port: then the thread ends by itself, after it.
        if (Thread.CurrentThread != _listener)
        {
            _listener.Join();
        }
    }

    private static string NameOf(int master)
    {
        Span<byte> name = stackalloc byte[64];
        var error = Libc.SlaveName(master, name, name.Length);
        return error == 0
            ? Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)])
            : throw new Win32Exception(error, "ptsname_r failed");
    }

    private static int Checked(int result, string what) =>
        result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError(), $"No pseudo-terminal: {what} failed: {Marshal.GetLastPInvokeErrorMessage()}");

    private void SetRaw(PortSettings settings)
    {
        _ = Checked(Libc.GetAttributes(_slave, out var mode), "tcgetattr");
        Libc.MakeRaw(ref mode);
        _ = Libc.SetSpeed(ref mode, BaudCodes.Of(settings.Baud));
        _ = Checked(Libc.SetAttributes(_slave, Libc.Now, mode), "tcsetattr");
    }

    private void Listen()
    {
        var buffer = new byte[512];
        while (!_closed)
        {
            Span<PollFile> files = [new(_master, Libc.Readable, 0), new(_wake, Libc.Readable, 0)];
            _ = Libc.Poll(files, 2, -1);
            var count = _closed ? 0 : Libc.Read(_master, buffer, buffer.Length);
            if (count > 0)
            {
                _received(buffer.AsMemory(0, (int)count));
            }
            else if (!_closed && Marshal.GetLastPInvokeError() is not (Libc.TryAgain or Libc.Interrupted))
            {
                break;
            }
        }

        Close();
    }

    // Only here, so that nobody polls or writes a file number that is already somebody else's.
    private void Close()
    {
        lock (_gate)
        {
            _closed = true;
            _ = Libc.Close(_slave);
            _ = Libc.Close(_master);
            _ = Libc.Close(_wake);
        }
    }
}

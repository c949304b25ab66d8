using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace PairingLab.Kernel.Serial;

/// <summary>
/// One pseudo-terminal from its making to its end. A thread hands on what the reader sends. As on a real line, what is sent while
/// nobody reads is lost.
/// </summary>
internal sealed class TerminalPair : IDisposable
{
    // While nobody reads, a master can only be asked again and again whether a reader has come: no event says so.
    private const int ReaderCheckMs = 20;

    private readonly Lock _gate = new();
    private readonly Action<ReadOnlyMemory<byte>> _received;
    private readonly int _master;
    private readonly int _wake;
    private readonly Thread _listener;
    private bool _sent;
    private volatile bool _closed;

    public TerminalPair(SerialSettings settings, Action<ReadOnlyMemory<byte>> received)
    {
        _received = received;
        // Close-on-exec everywhere: a browser started meanwhile would else keep the terminal alive after it is unplugged.
        _master = Checked(Libc.OpenMaster(Libc.ReadWrite | Libc.NotControlling | Libc.NonBlocking | Libc.CloseOnExec), "posix_openpt");
        _ = Checked(Libc.Grant(_master), "grantpt");
        _ = Checked(Libc.Unlock(_master), "unlockpt");
        SlavePath = NameOf(_master);
        // Once opened and closed, the slave shows on the master whether it has a reader.
        var slave = Checked(OpenSlave(), SlavePath);
        SetRaw(slave, settings);
        _ = Libc.Close(slave);
        _wake = Checked(Libc.EventFile(0, Libc.NonBlocking | Libc.CloseOnExec), "eventfd");
        _listener = new Thread(Listen, 128 * 1024) { IsBackground = true, Name = $"terminal {SlavePath}" };
        _listener.Start();
    }

    /// <summary><c>/dev/pts/N</c>.</summary>
    public string SlavePath { get; }

    /// <summary>How the reader has set its side; as we set it until one does. A pseudo-terminal has no parity bit and says None.</summary>
    public SerialSettings ReaderSettings()
    {
        lock (_gate)
        {
            if (_closed || Libc.GetAttributes(_master, out var mode) != 0)
            {
                return SerialSettings.Default;
            }

            var parity = (mode.Control & Termios.ParityOn) == 0 ? SerialParity.None
                : (mode.Control & Termios.ParityOdd) == 0 ? SerialParity.Even : SerialParity.Odd;
            return new SerialSettings(BaudCodes.Rate(Libc.GetSpeed(mode)), parity);
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

            if (HasReader())
            {
                _sent = true;
                _ = Libc.Write(_master, bytes, bytes.Length); // what does not fit into the kernel's buffers is lost
            }
            else if (_sent)
            {
                _sent = false;
                ForgetReader();
            }
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
        result >= 0
            ? result
            : throw new Win32Exception(
                Marshal.GetLastPInvokeError(), $"No pseudo-terminal: {what} failed: {Marshal.GetLastPInvokeErrorMessage()}");

    private static void SetRaw(int slave, SerialSettings settings)
    {
        _ = Checked(Libc.GetAttributes(slave, out var mode), "tcgetattr");
        Libc.MakeRaw(ref mode);
        _ = Libc.SetSpeed(ref mode, BaudCodes.Of(settings.Baud));
        _ = Checked(Libc.SetAttributes(slave, Libc.Now, mode), "tcsetattr");
    }

    private int OpenSlave() => Libc.Open(SlavePath, Libc.ReadWrite | Libc.NotControlling | Libc.NonBlocking | Libc.CloseOnExec);

    private bool HasReader()
    {
        Span<PollFile> files = [new(_master, 0, 0)];
        return Libc.Poll(files, 1, 0) == 0 || (files[0].Came & Libc.HungUp) == 0;
    }

    // What it left unread is not news to the next reader; and one that was killed leaves the terminal closed to all others.
    private void ForgetReader()
    {
        var slave = OpenSlave();
        if (slave >= 0)
        {
            _ = Libc.Flush(_master, Libc.UnsentOutput); // what is on its way
            _ = Libc.Flush(slave, Libc.UnreadInput); // what has arrived
            _ = Libc.Control(slave, Libc.NotExclusive, 0);
            _ = Libc.Close(slave);
        }
    }

    private void Listen()
    {
        var buffer = new byte[512];
        var reader = false;
        while (!_closed)
        {
            Span<PollFile> files = [new(_wake, Libc.Readable, 0), new(_master, Libc.Readable, 0)];
            _ = reader ? Libc.Poll(files, 2, -1) : Libc.Poll(files, 1, ReaderCheckMs);
            var count = _closed ? 0 : Libc.Read(_master, buffer, buffer.Length);
            reader = count > 0 || Marshal.GetLastPInvokeError() is Libc.TryAgain or Libc.Interrupted; // else an error: nobody has it open
            if (count > 0)
            {
                _received(buffer.AsMemory(0, (int)count));
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
            _ = Libc.Close(_master);
            _ = Libc.Close(_wake);
        }
    }
}

using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.InteropServices;

namespace PairingLab.Drivers.Serial;

/// <summary>
/// A local port through termios. One thread waits in <c>poll</c> and hands bytes to a pipe: terminals cannot be awaited,
/// and waiting on pool threads would starve a small machine.
/// </summary>
internal sealed class PosixSerialLine : ISerialLine
{
    private const int WriteLimitMs = 2000;

    private readonly int _file;
    private readonly int _wake;
    // Continuations run on the pool: the reading thread must never run a reader's code.
    private readonly Pipe _pipe = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private bool _closing;

    private PosixSerialLine(string name, int file)
    {
        Name = name;
        _file = file;
        _wake = Libc.EventFile(0, Libc.NonBlocking | Libc.CloseOnExec);
        new Thread(Pump, 128 * 1024) { IsBackground = true, Name = $"serial {name}" }.Start();
    }

    public string Name { get; }

    public static PosixSerialLine Open(string path, SerialSettings settings) =>
        OperatingSystem.IsLinux()
            ? new PosixSerialLine(path, TerminalFile.Open(path, settings))
            : throw PortTrouble.Unsupported(path, "this build opens local ports on Linux only; build with LabPackages=full, or serve the port with ser2net and use tcp://host:port");

    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancel = default)
    {
        // What came before a hang-up is still handed out; then the pipe is complete and gives nothing.
        var read = await _pipe.Reader.ReadAsync(cancel);
        var count = (int)Math.Min(read.Buffer.Length, buffer.Length);
        var taken = read.Buffer.Slice(0, count);
        taken.CopyTo(buffer.Span);
        _pipe.Reader.AdvanceTo(taken.End);
        return count;
    }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        lock (_gate)
        {
            cancel.ThrowIfCancellationRequested();
            WriteAll(bytes.Span);
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (!_closing)
            {
                _closing = true;
                _pipe.Reader.CancelPendingRead();
                _pipe.Writer.CancelPendingFlush();
                WakePump();
            }
        }

        await _ended.Task;
    }

    private void Pump()
    {
        Span<byte> buffer = stackalloc byte[1024];
        for (int count; (count = ReadSome(buffer)) > 0;)
        {
            buffer[..count].CopyTo(_pipe.Writer.GetSpan(count));
            _pipe.Writer.Advance(count);
            // A reader that lags holds the pump here, and then the sender through the kernel's buffer.
            if (_pipe.Writer.FlushAsync() is { IsCompleted: false } flush)
            {
                flush.AsTask().Wait();
            }
        }

        Close();
    }

    // 0: hung up, or told to close.
    private int ReadSome(Span<byte> buffer)
    {
        while (true)
        {
            Span<PollFile> files = [new(_file, Libc.Readable, 0), new(_wake, Libc.Readable, 0)];
            _ = Libc.Poll(files, 2, -1);
            if (_closing)
            {
                return 0;
            }

            var count = Libc.Read(_file, buffer, buffer.Length);
            if (count >= 0 || Marshal.GetLastPInvokeError() is not (Libc.TryAgain or Libc.Interrupted))
            {
                return (int)Math.Max(count, 0);
            }
        }
    }

    private void WriteAll(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var count = _closing ? 0 : Libc.Write(_file, bytes, bytes.Length);
            if (count > 0)
            {
                bytes = bytes[(int)count..];
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            Span<PollFile> files = [new(_file, Libc.Writable, 0)];
            if (_closing || error is not (Libc.TryAgain or Libc.Interrupted) || Libc.Poll(files, 1, WriteLimitMs) == 0)
            {
                throw PortTrouble.Lost(Name, _closing ? "it is closed" : $"nothing can be sent ({Marshal.GetPInvokeErrorMessage(error)})");
            }
        }
    }

    private void WakePump() => _ = Libc.Write(_wake, BitConverter.GetBytes(1UL), sizeof(ulong));

    // Under the gate, so that no writer uses a file number that is already somebody else's.
    private void Close()
    {
        lock (_gate)
        {
            _closing = true;
            TerminalFile.Close(_file);
            _ = Libc.Close(_wake);
        }

        _pipe.Writer.Complete();
        _ended.SetResult();
    }
}

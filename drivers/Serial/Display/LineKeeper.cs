namespace PairingLab.Drivers.Serial;

/// <summary>Reads a line in the background, and opens it again when it was unplugged and comes back.</summary>
internal sealed class LineKeeper : IAsyncDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(50);

    private readonly string _address;
    private readonly SerialSettings _settings;
    private readonly DisplayWatch _watch;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private volatile ISerialLine? _line;

    public LineKeeper(ISerialLine line, SerialSettings settings, DisplayWatch watch, TimeProvider clock)
    {
        (_address, _settings, _watch, _clock, _line) = (line.Name, settings, watch, clock, line);
        _loop = Task.Run(() => KeepAsync(line));
    }

    /// <summary>Sends over the line as it is now. Throws <see cref="SerialLineException"/> while it is gone.</summary>
    public ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel) =>
        _line is { } line ? line.WriteAsync(bytes, cancel) : throw PortTrouble.Lost(_address, "it is unplugged, and is being waited for");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task KeepAsync(ISerialLine line)
    {
        try
        {
            while (true)
            {
                await ReadAsync(line);
                _watch.LineLost($"{_address} was hung up");
                line = await OpenAgainAsync();
                _watch.LineBack();
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private async Task ReadAsync(ISerialLine line)
    {
        await using (line)
        {
            var buffer = new byte[1024];
            for (int count; (count = await line.ReadAsync(buffer, _stop.Token)) > 0;)
            {
                _watch.Feed(buffer.AsSpan(0, count));
            }

            _line = null;
        }
    }

    private async Task<ISerialLine> OpenAgainAsync()
    {
        while (true)
        {
            try
            {
                return _line = await SerialLine.OpenAsync(_address, _settings, _stop.Token);
            }
            catch (SerialLineException e)
            {
                _watch.LineStillGone(e.Message);
            }

            await Task.Delay(Retry, _clock, _stop.Token);
        }
    }
}

namespace PairingLab.Drivers.Serial;

/// <summary>Reads a line in the background, and opens it again when it was unplugged and comes back.</summary>
internal sealed class ReconnectingLine : IAsyncDisposable
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>A port of this machine costs nothing to look for, and a person has just plugged it in again.</summary>
    private static readonly TimeSpan LongestLocalWait = TimeSpan.FromMilliseconds(400);

    /// <summary>A line that is gone again before has not come back: its far end refuses.</summary>
    private static readonly TimeSpan Stays = TimeSpan.FromSeconds(1);

    /// <summary>Real time without a byte after which a line is taken for dead: a display sends every 200 ms.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    private readonly string _address;
    private readonly SerialSettings _settings;
    private readonly DisplayWatch _watch;
    private readonly TimeProvider _clock;
    private readonly bool _noticesSilence;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private volatile ISerialLine? _line;
    private TimeSpan _wait = FirstWait;

    /// <param name="line">The line, open.</param>
    /// <param name="settings">How it is opened again.</param>
    /// <param name="watch">Takes what comes.</param>
    /// <param name="clock">Real time.</param>
    /// <param name="noticesSilence">
    /// Whether a silent line is a lost one: not where lab time stands still between two steps, and the display with it.
    /// </param>
    public ReconnectingLine(ISerialLine line, SerialSettings settings, DisplayWatch watch, TimeProvider clock, bool noticesSilence)
    {
        (_address, _settings, _watch, _clock, _line) = (line.Name, settings, watch, clock, line);
        _noticesSilence = noticesSilence;
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
                var opened = _clock.GetTimestamp();
                var why = await ReadAsync(line, opened);
                _watch.LineLost(why);
                if (_clock.GetElapsedTime(opened) < Stays)
                {
                    // It was taken and hung up at once: more attempts a second would not make it better.
                    await WaitAsync();
                }

                line = await OpenAgainAsync();
                if (!_noticesSilence)
                {
                    _watch.LineBack();
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    /// <summary>Reads until the line is gone; gives why.</summary>
    private async Task<string> ReadAsync(ISerialLine line, long opened)
    {
        await using (line)
        {
            var buffer = new byte[1024];
            var good = _watch.Diagnosis.Counts.Good;
            try
            {
                for (int count; (count = await ReceiveAsync(line, buffer)) > 0;)
                {
                    _watch.Feed(buffer.AsSpan(0, count));
                    if (_watch.Diagnosis.Counts.Good > good || _clock.GetElapsedTime(opened) >= Stays)
                    {
                        _wait = FirstWait;
                        _watch.LineStays();
                    }
                }

                return $"{_address} was hung up";
            }
            catch (TimeoutException)
            {
                return $"{_address} is silent: no byte for {Silence.TotalSeconds:0} s, though a display sends one every 200 ms";
            }
            finally
            {
                _line = null;
            }
        }
    }

    private async ValueTask<int> ReceiveAsync(ISerialLine line, byte[] buffer)
    {
        if (!_noticesSilence)
        {
            return await line.ReadAsync(buffer, _stop.Token);
        }

        using var limit = new CancellationTokenSource(Silence, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stop.Token);
        try
        {
            return await line.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            throw new TimeoutException();
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

            await WaitAsync();
        }
    }

    private async Task WaitAsync()
    {
        await Task.Delay(_wait, _clock, _stop.Token);

        // On stepped time seconds pass in an instant: a longer wait would be too late.
        var longest = !_noticesSilence ? FirstWait
            : _address.Contains("://", StringComparison.Ordinal) ? LongestWait
            : LongestLocalWait;
        _wait = _wait * 2 < longest ? _wait * 2 : longest;
    }
}

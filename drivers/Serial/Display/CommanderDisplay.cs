using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Serial;

/// <summary>
/// The Commander's status display, two seven-segment digits, read over a serial line; simulated or real, the wire is the same.
/// </summary>
public sealed class CommanderDisplay : IStatusDisplay, IAsyncDisposable
{
    private const int MostOldReadings = 3;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200); // one heartbeat
    private static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(12); // two readings and more: one takes 4 to 6 s
    private static readonly TimeSpan SoonestOtp = TimeSpan.FromSeconds(4); // five turns of a second: the first may have begun before
    private static readonly TimeSpan LookLimit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan ArrivalLimit = TimeSpan.FromMilliseconds(30); // real time: bytes on their way
    private static readonly TimeSpan EarlierLimit = TimeSpan.FromMilliseconds(10); // five turns are needed: a late straggler is no OTP
    private static readonly TimeSpan LastLimit = TimeSpan.FromMilliseconds(500);

    // Real time, in which stepped time stands still: a starved machine was seen to take more than half a second.
    private static readonly TimeSpan LateLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongStep = TimeSpan.FromSeconds(1); // stepped time: five sentences at once
    private static readonly TimeSpan QuietLimit = TimeSpan.FromSeconds(2); // ten heartbeats

    private readonly ILabTime _time;
    private readonly IEvidenceSink _witness;
    private readonly TimeProvider _clock;
    private readonly DisplayWatch _watch;
    private readonly ReconnectingLine _line;
    private readonly string _address;
    private readonly SerialSettings _settings;

    private CommanderDisplay(
        string device, ISerialLine line, SerialSettings settings, ILabTime time, IEvidenceSink witness, TimeProvider clock, LineLog? log)
    {
        Device = device;
        (_address, _settings, _time, _witness, _clock) = (line.Name, settings, time, witness, clock);
        _watch = new DisplayWatch(device, witness, clock, log);
        _line = new ReconnectingLine(line, settings, _watch, clock, noticesSilence: !time.CanTravel);
    }

    /// <summary>The device's id on the bench.</summary>
    public string Device { get; }

    /// <summary>How the display and its line are doing.</summary>
    public DisplayDiagnosis Diagnosis => _watch.Diagnosis;

    /// <summary>Opens the display's line and starts to read. Throws <see cref="SerialLineException"/> when it cannot be opened.</summary>
    /// <param name="device">The device's id on the bench.</param>
    /// <param name="address">A path, or tcp://host:port.</param>
    /// <param name="time">How lab time passes while a reading waits.</param>
    /// <param name="witness">Takes down every sentence.</param>
    /// <param name="settings">Null for 9600 8N1.</param>
    /// <param name="clock">Real time, for time stamps and for trying a lost line again; null for the system's.</param>
    /// <param name="log">Keeps every byte; null for none.</param>
    /// <param name="cancel">Ends the opening.</param>
    public static async Task<CommanderDisplay> OpenAsync(
        string device, string address, ILabTime time, IEvidenceSink witness,
        SerialSettings? settings = null, TimeProvider? clock = null, LineLog? log = null, CancellationToken cancel = default)
    {
        settings ??= SerialSettings.Default;
        var line = await SerialLine.OpenAsync(address, settings, cancel);
        return new CommanderDisplay(device, line, settings, time, witness, clock ?? TimeProvider.System, log);
    }

    /// <summary>
    /// Reads the four characters of the Site Security OTP that is shown from now on; it takes 4 to 6 s of lab time.
    /// Throws <see cref="DisplayUnreadableException"/> saying what was seen instead.
    /// </summary>
    public async Task<string> ReadSiteOtpAsync(TimeSpan? limit = null, CancellationToken cancel = default)
    {
        var wait = await WaitForOtpAsync(limit ?? UsualLimit, cancel);
        for (var again = 0; again < MostOldReadings && await IsOldAsync(wait, cancel); again++)
        {
            wait = await WaitForOtpAsync(limit ?? UsualLimit, cancel);
        }

        if (_watch.Otp is not { } otp)
        {
            throw Unreadable("the OTP could not be read", wait);
        }

        _witness.Secret(otp.Text);
        return otp.Text;
    }

    /// <summary>
    /// What the display shows now: what two new sentences in a row agree on. Throws <see cref="DisplayUnreadableException"/>
    /// when none do within some seconds of lab time.
    /// </summary>
    public async Task<DisplayShown> ReadShownAsync(CancellationToken cancel = default)
    {
        await LetEarlierBytesArriveAsync(cancel);
        _watch.LookAgain();
        DisplayShown? shown = null;
        var wait = await WaitAsync(() => (shown = _watch.Shown) is not null, LookLimit, cancel);
        return shown ?? throw Unreadable("the display could not be read", wait);
    }

    /// <summary>
    /// Asks the display for its present state, which comes as a sentence like any other. Throws <see cref="SerialLineException"/>.
    /// </summary>
    public async Task RequestStateAsync(CancellationToken cancel = default) =>
        await _line.SendAsync((byte[])[.. DisplayLink.Query, (byte)'\r', (byte)'\n'], cancel);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _line.DisposeAsync();

    private async Task<WaitOutcome> WaitForOtpAsync(TimeSpan limit, CancellationToken cancel)
    {
        await LetEarlierBytesArriveAsync(cancel);
        _watch.ReadOtpAgain();
        return await WaitAsync(() => _watch.Otp is not null, limit, cancel);
    }

    // On a starved machine bytes from before the reading may come after its first step. They show by coming sooner than an OTP
    // can be shown, or by being more than a display sends in the time: a sentence a heartbeat, and one more at each change.
    private async Task<bool> IsOldAsync(WaitOutcome wait, CancellationToken cancel)
    {
        if (!_time.CanTravel || _watch.Otp is null)
        {
            return false;
        }

        await LetEarlierBytesArriveAsync(cancel);
        return wait.Passed < SoonestOtp || Heard - wait.Before.Good - wait.Before.Damaged > 2 * (long)(wait.Passed / Step);
    }

    // On stepped time many sentences may still be on their way from before the call; they show what was, not what is.
    private async Task LetEarlierBytesArriveAsync(CancellationToken cancel)
    {
        var began = _clock.GetTimestamp();
        while (_clock.GetElapsedTime(began) < LastLimit && await NewsAsync(_watch.NextNews, EarlierLimit, cancel))
        {
            // More came.
        }
    }

    private async Task<WaitOutcome> WaitAsync(Func<bool> done, TimeSpan limit, CancellationToken cancel)
    {
        var outcome = new WaitOutcome(_watch.Diagnosis.Counts);
        var step = _time.CanTravel ? LongStep : Step;
        for (; outcome.Passed < limit && !done(); outcome.Passed += step)
        {
            var before = Heard;
            await _time.PassAsync(step, cancel);
            outcome.Quiet = await HeardAsync(before, (long)(step / Step), cancel) ? TimeSpan.Zero : outcome.Quiet + step;
        }

        await LetLastBytesArriveAsync(done, outcome, cancel);
        return outcome;
    }

    // On a busy machine the last bytes may come late, and lab time stands still for them.
    private async Task LetLastBytesArriveAsync(Func<bool> done, WaitOutcome outcome, CancellationToken cancel)
    {
        var limit = MoreIsOnItsWay(outcome) ? LateLimit : LastLimit;
        var began = _clock.GetTimestamp();
        for (var news = _watch.NextNews; !done() && _clock.GetElapsedTime(began) < limit; news = _watch.NextNews)
        {
            if (!done() && !await NewsAsync(news, limit, cancel))
            {
                break;
            }

            outcome.Quiet = TimeSpan.Zero;
        }
    }

    // A stepped display has sent all that is due when a step is over: what is missing is late, or lost on the line.
    private bool MoreIsOnItsWay(WaitOutcome outcome) =>
        _time.CanTravel && _watch.Diagnosis.LineUp && Heard < outcome.Before.Good + outcome.Before.Damaged + (long)(outcome.Passed / Step);

    private long Heard => _watch.Diagnosis.Counts.Good + _watch.Diagnosis.Counts.Damaged;

    // All that a step has sent must have come before the next one, or its silence would not be noticed.
    private async Task<bool> HeardAsync(long before, long sentences, CancellationToken cancel)
    {
        for (var news = _watch.NextNews; Heard < before + sentences && await NewsAsync(news, ArrivalLimit, cancel); news = _watch.NextNews)
        {
            // One more came.
        }

        return Heard > before;
    }

    private async Task<bool> NewsAsync(Task news, TimeSpan limit, CancellationToken cancel)
    {
        try
        {
            await news.WaitAsync(limit, _clock, cancel);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private DisplayUnreadableException Unreadable(string what, WaitOutcome wait)
    {
        var diagnosis = _watch.Diagnosis;
        var quiet = wait.Quiet >= QuietLimit;
        var why = DisplayExplanation.Of(diagnosis, wait.Before, quiet, _settings, wait.Passed, _watch.Said);
        return new(
            $"{Device} on {_address}: {what} within {wait.Passed.TotalSeconds:0.#} s: {why} [{diagnosis}]",
            diagnosis,
            DisplayExplanation.IsLineFault(diagnosis, wait.Before, quiet));
    }
}

/// <summary>How a wait for a display went.</summary>
internal sealed class WaitOutcome(DisplayLinkCounts before)
{
    /// <summary>What had come before it.</summary>
    public DisplayLinkCounts Before { get; } = before;

    /// <summary>Lab time it took.</summary>
    public TimeSpan Passed { get; set; }

    /// <summary>Lab time at its end in which nothing came.</summary>
    public TimeSpan Quiet { get; set; }
}

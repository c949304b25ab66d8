using System.Text;
using PairingLab.Drivers.Evidence;

namespace PairingLab.Drivers.Serial;

/// <summary>
/// What is known of a display from its sentences; fed by the reading loop, asked by drivers that wait. Safe for any thread.
/// </summary>
internal sealed class DisplayWatch(string device, IEvidenceSink witness, TimeProvider clock, LineLog? log = null) : IDisplaySentences
{
    private readonly Lock _gate = new();
    private readonly DisplayLinkReader _link = new();
    private readonly OtpReader _otp = new();
    private TaskCompletionSource _arrival = NewArrival();
    private DisplaySentence? _last;
    private DisplayShown? _shown;
    private DisplayShown? _reported;
    private string? _trouble;
    private string? _lastLoss;
    private int _sameLosses;
    private bool _up = true;
    private int _timesLost;

    /// <summary>Done at the next sentence, sound or not, or when the line comes or goes.</summary>
    public Task NextNews
    {
        get { lock (_gate) { return _arrival.Task; } }
    }

    /// <summary>The one-time password, once it is known.</summary>
    public OtpReading? Otp
    {
        get { lock (_gate) { return _otp.Reading; } }
    }

    /// <summary>What two sentences in a row agreed on since <see cref="LookAgain"/>.</summary>
    public DisplayShown? Shown
    {
        get { lock (_gate) { return _shown; } }
    }

    public DisplayDiagnosis Diagnosis
    {
        get { lock (_gate) { return new(_up, _trouble, _timesLost, _link.Counts, _otp.Progress, _otp.Obstacle); } }
    }

    /// <summary>What came outside sentences since the last sound one, as ": 'Port already in use'"; "" when nothing did.</summary>
    public string Said
    {
        get { lock (_gate) { return Words() is { Length: > 0 } words ? $": '{words}'" : ""; } }
    }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        log?.Received(bytes);
        lock (_gate)
        {
            _link.Feed(bytes, this);
            News();
        }
    }

    public void ReadOtpAgain()
    {
        lock (_gate) { _otp.Restart(); }
    }

    public void LookAgain()
    {
        lock (_gate) { _shown = null; _last = null; }
    }

    /// <summary>
    /// The line is gone. A far end that takes the line and hangs up at once, as ser2net does when its port is in use, is told
    /// once: what it says over and over would fill the evidence.
    /// </summary>
    public void LineLost(string why)
    {
        lock (_gate)
        {
            var words = Words();
            why = words.Length > 0 ? $"{why}; the far end said '{words}'" : why;
            (_up, _trouble) = (false, why);
            _link.Restart();
            _otp.ForgetLine();
            (_last, _shown, _reported) = (null, null, null);
            _sameLosses = _lastLoss == why ? _sameLosses + 1 : 0;
            _lastLoss = why;
            if (_sameLosses == 0)
            {
                _timesLost++;
                log?.Note($"line lost: {why}");
                witness.SentenceSeen(device, "", $"line lost: {why}");
            }

            News();
        }
    }

    public void LineStillGone(string why)
    {
        lock (_gate) { _trouble = why; }
    }

    public void LineBack()
    {
        lock (_gate)
        {
            if (!_up)
            {
                _up = true;
                log?.Note("line is back");
                witness.SentenceSeen(device, "", "line is back");
                News();
            }
        }
    }

    /// <summary>It carries what it should: it is back if it was lost, and the next loss is another one.</summary>
    public void LineStays()
    {
        lock (_gate) { (_lastLoss, _sameLosses) = (null, 0); }
        LineBack();
    }

    public void Sound(DisplaySentence sentence, ReadOnlySpan<byte> body)
    {
        witness.SentenceSeen(device, "$" + Encoding.Latin1.GetString(body), null);
        _ = _otp.Feed(sentence, clock.GetUtcNow());
        if (_last is { } last && sentence.Confirms(last))
        {
            Agreed(new DisplayShown(sentence.Left, sentence.Right));
        }

        _last = sentence;
    }

    public void Damaged(SentenceFault fault, ReadOnlySpan<byte> body)
    {
        _last = null;
        var note = fault switch
        {
            SentenceFault.Checksum => "dropped: the checksum does not fit",
            SentenceFault.Overlong => $"dropped: longer than {DisplayLinkReader.MaxSentence} characters",
            _ => "dropped: not of the form $PLDSP,dddd,HH,HH*HH",
        };
        witness.SentenceSeen(device, "$" + Printed.Of(body), note);
    }

    private string Words() => Printed.Of(_link.Stray.Trim("\r\n "u8));

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Agreed(DisplayShown shown)
    {
        _shown = shown;
        if (_reported != shown)
        {
            _reported = shown;
            witness.DisplaySeen(device, shown.Left, shown.Right);
        }
    }

    private void News()
    {
        _arrival.SetResult();
        _arrival = NewArrival();
    }
}

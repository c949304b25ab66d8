using System.Text;
using PairingLab.Drivers.Evidence;

namespace PairingLab.Drivers.Serial;

/// <summary>What is known of a display from its sentences; fed by the reading loop, asked by whoever waits. Safe for any thread.</summary>
internal sealed class DisplayWatch(string device, IWitness witness, TimeProvider clock) : IDisplaySentences
{
    private readonly Lock _gate = new();
    private readonly DisplayLinkReader _link = new();
    private readonly OtpReader _otp = new();
    private TaskCompletionSource _arrival = NewArrival();
    private DisplaySentence? _last;
    private DisplayShown? _shown;
    private DisplayShown? _reported;
    private string? _trouble;
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

    public void Feed(ReadOnlySpan<byte> bytes)
    {
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

    public void LineLost(string why)
    {
        lock (_gate)
        {
            (_up, _trouble) = (false, why);
            _timesLost++;
            _link.Restart();
            _otp.ForgetLine();
            (_last, _shown, _reported) = (null, null, null);
            witness.SentenceSeen(device, "", $"line lost: {why}");
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
            _up = true;
            witness.SentenceSeen(device, "", "line is back");
            News();
        }
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
        witness.SentenceSeen(device, "$" + Printable(body), note);
    }

    // Damaged bytes may be anything, and reports are text.
    private static string Printable(ReadOnlySpan<byte> body)
    {
        var text = new StringBuilder();
        foreach (var b in body)
        {
            _ = b is >= 0x20 and < 0x7F ? text.Append((char)b) : text.Append($"\\x{b:X2}");
        }

        return text.ToString();
    }

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

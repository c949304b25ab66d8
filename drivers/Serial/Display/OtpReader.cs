namespace PairingLab.Drivers.Serial;

/// <summary>
/// Reads a one-time password off a display that alternates its two pairs, the first with the point on its right digit.
/// A pair counts when two sentences in a row agree. The password is taken only from five turns of the same two pairs, one after
/// the other, with nothing else in between: another pair, an unknown pattern, half a pair, or nothing for too long, breaks the
/// chain. Five, since then the three turns in the middle are seen from end to end, so a display caught half changed would show
/// its contradiction within them, and two neighbours of the three belong to one code even if the code was replaced on the way.
/// (A code is taken to stand for two rounds, four seconds, at least: nobody generates them faster.)
/// </summary>
public sealed class OtpReader
{
    /// <summary>
    /// How many sequence numbers may pass from one sight of a pair to the next. A pair stands for a second, five heartbeats, and
    /// takes two more to be followed by another: with five at most, none can come and go unseen.
    /// </summary>
    public const int MaxMissing = 5;

    private const int Turns = 5;

    private readonly SegmentWatch _leftWatch = new();
    private readonly SegmentWatch _rightWatch = new();
    private DisplaySentence? _last;
    private int _lastPairSeq;
    private string? _first;
    private string? _second;
    private int _turns;
    private bool _lastWasFirst;
    private DateTimeOffset _firstSeen;

    /// <summary>The password, once it is confirmed.</summary>
    public OtpReading? Reading { get; private set; }

    /// <summary>How far the reading has come, without the characters: for the message of a failure.</summary>
    public OtpProgress Progress { get; private set; }

    /// <summary>What was last found to stand in the way (an unknown pattern, a stuck segment), or null.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>Takes the next sound sentence. Returns true when the password is known.</summary>
    public bool Feed(DisplaySentence sentence, DateTimeOffset at)
    {
        if (Reading is not null)
        {
            return true;
        }

        var agrees = _last is { } last && sentence.Confirms(last);
        _last = sentence;
        if (_turns > 0 && Missing(sentence) > MaxMissing)
        {
            Break();
        }

        if (agrees)
        {
            See(sentence, at);
        }

        return Reading is not null;
    }

    /// <summary>Forgets everything: a new password is to be read.</summary>
    public void Restart()
    {
        Break();
        ForgetLine();
        Reading = null;
        Obstacle = null;
        Progress = OtpProgress.Nothing;
    }

    /// <summary>Forgets what was seen of a password not yet known: the line was lost, and another display may hang on it.</summary>
    public void ForgetLine()
    {
        Break();
        _last = null;
        _leftWatch.Forget();
        _rightWatch.Forget();
    }

    private int Missing(DisplaySentence now) => (now.Seq - _lastPairSeq + 10000) % 10000;

    private void Break()
    {
        _first = _second = null;
        _turns = 0;
    }

    private void See(DisplaySentence shown, DateTimeOffset at)
    {
        _leftWatch.See(shown.Left);
        _rightWatch.See(shown.Right);
        if (SegmentAlphabet.IsBlank(shown.Left) && SegmentAlphabet.IsBlank(shown.Right))
        {
            return; // dark between pairs: harmless while short
        }

        if (Hindrance(shown) is { } hindrance)
        {
            Obstacle = hindrance;
            Break();
            return;
        }

        _lastPairSeq = shown.Seq;
        var pair = $"{SegmentFont.Character(shown.Left)}{SegmentFont.Character(shown.Right)}";
        SeePair(pair, SegmentAlphabet.HasPoint(shown.Right), at);
    }

    private string? Hindrance(DisplaySentence shown)
    {
        if (!SegmentAlphabet.IsKnown(shown.Left) || !SegmentAlphabet.IsKnown(shown.Right))
        {
            return $"left digit: {SegmentAlphabet.Describe(shown.Left)}; right digit: {SegmentAlphabet.Describe(shown.Right)}";
        }

        if (SegmentAlphabet.HasPoint(shown.Left))
        {
            return "the point is lit on the left digit; the first pair has it on the right one";
        }

        if (SegmentAlphabet.IsBlank(shown.Left) || SegmentAlphabet.IsBlank(shown.Right))
        {
            return "one digit is dark";
        }

        return _leftWatch.Trusted && _rightWatch.Trusted
            ? null
            : $"an unknown pattern was shown before, and its segment has not moved since: {Suspicion()}";
    }

    private string Suspicion() => _leftWatch.Trusted ? $"right digit, {_rightWatch}" : $"left digit, {_leftWatch}";

    private void SeePair(string pair, bool isFirst, DateTimeOffset at)
    {
        Progress |= isFirst ? OtpProgress.First : OtpProgress.Second;
        var known = isFirst ? _first : _second;
        if (known is not null && known != pair)
        {
            Break(); // two pairs of one kind: the code, or half of the display, has changed
        }

        if (_turns == 0)
        {
            _firstSeen = at;
        }

        _turns += _turns == 0 || isFirst != _lastWasFirst ? 1 : 0;
        _lastWasFirst = isFirst;
        (_first, _second) = isFirst ? (pair, _second) : (_first, pair);
        Reading = _turns == Turns ? new OtpReading(_first + _second, _firstSeen, at) : null;
    }
}

/// <summary>A one-time password as the display showed it.</summary>
/// <param name="Text">Four characters, the pair with the decimal point first.</param>
/// <param name="FirstSeen">When one of its pairs was first seen.</param>
/// <param name="Confirmed">When both pairs had been seen in turn often enough to be sure.</param>
public sealed record OtpReading(string Text, DateTimeOffset FirstSeen, DateTimeOffset Confirmed)
{
    /// <summary>Without the text, which is a secret.</summary>
    public override string ToString() => $"OTP seen from {FirstSeen:HH:mm:ss.fff} to {Confirmed:HH:mm:ss.fff}";
}

/// <summary>Which pairs of a one-time password were seen.</summary>
[Flags]
public enum OtpProgress
{
    /// <summary>None.</summary>
    Nothing = 0,

    /// <summary>The pair with the point.</summary>
    First = 1,

    /// <summary>The pair without the point.</summary>
    Second = 2,

    /// <summary>Both, though perhaps not yet often enough in turn.</summary>
    Both = First | Second,
}

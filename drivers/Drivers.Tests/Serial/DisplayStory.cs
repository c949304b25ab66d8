using PairingLab.Kernel.Serial;

namespace PairingLab.Drivers.Serial;

/// <summary>
/// A random story of a display: codes that follow each other at any moment, from few characters so that they share pairs; shown
/// half changed, dark in between, with a stuck segment; sent over a line that loses, mangles, adds bytes, and is unplugged.
/// </summary>
internal sealed class DisplayStory
{
    private readonly Random _random;
    private readonly OtpReader _reader = new();
    private readonly DisplayLinkReader _link = new();
    private readonly OtpFeed _feed;
    private readonly string _alphabet;
    private readonly ISerialFault? _stuck;
    private readonly ISerialFault[] _faults;
    private readonly bool _halfChanges;
    private readonly List<string> _read = [];
    private DisplayShown _shown;
    private int _seq;
    private int _lose;

    public DisplayStory(Random random)
    {
        _random = random;
        _feed = new OtpFeed(_reader);
        _alphabet = new string(random.GetItems<char>("0123456789ACdEF", 3));
        _stuck = random.Next(3) == 0
            ? new StuckSegment("abcdefgp"[random.Next(8)], (DisplayDigit)random.Next(2), random.Next(2) == 0)
            : null;
        ISerialFault[] choice =
        [
            new LoseByte(random.Next(DisplayLinkSentence.Length), 3), new Garbage(random),
            new Lossy(0.01, random), new Lossy(0.003, random),
        ];
        _faults = [.. choice.Where(_ => random.Next(4) == 0)];
        _halfChanges = random.Next(2) == 0;
        _seq = random.Next(10000);
    }

    /// <summary>Every code that stood on the glass, as a person would have seen it there.</summary>
    public HashSet<string> ShownCodes { get; } = [];

    public List<string> ReadAll()
    {
        for (var i = _random.Next(2, 7); i > 0; i--)
        {
            Happen();
        }

        return _read;
    }

    private void Happen()
    {
        switch (_random.Next(6))
        {
            case 0:
                Stand(default, _random.Next(12)); // dark
                break;
            case 1:
                _link.Restart(); // unplugged
                _reader.ForgetLine();
                _seq += _random.Next(100);
                break;
            default:
                // At least twice round: no code is replaced sooner.
                ShowCode(new string(_random.GetItems<char>(_alphabet, 4)), _random.Next(24, 70));
                break;
        }
    }

    private void ShowCode(string code, int sentences)
    {
        ShownCodes.Add(OnGlass(code));
        for (var turn = 0; sentences > 0; turn++, sentences -= 6)
        {
            Change(turn % 2 == 0 ? SegmentEncoder.First(code) : SegmentEncoder.Second(code), Math.Min(sentences, 6));
        }
    }

    private void Change(DisplayShown to, int sentences)
    {
        if (_halfChanges && _random.Next(2) == 0)
        {
            var half = _random.Next(2) == 0 ? to with { Left = _shown.Left } : to with { Right = _shown.Right };
            Stand(half, _random.Next(1, 3));
        }

        Stand(to, sentences);
    }

    private void Stand(DisplayShown shown, int sentences)
    {
        _shown = shown;
        for (; sentences > 0; sentences--)
        {
            Send(shown);
        }
    }

    private void Send(DisplayShown shown)
    {
        var bytes = Sentence(shown);
        foreach (var fault in _faults)
        {
            fault.Happen(bytes);
        }

        _lose = _lose > 0 ? _lose - 1 : _random.Next(60) == 0 ? _random.Next(8) : 0;
        if (_lose == 0)
        {
            _link.Feed([.. bytes], _feed);
        }

        if (_reader.Reading is { } reading)
        {
            _read.Add(reading.Text);
            _reader.Restart();
        }
    }

    private List<byte> Sentence(DisplayShown shown)
    {
        var bytes = new byte[DisplayLinkSentence.Length];
        DisplayLinkSentence.Write(bytes, _seq++, shown.Left, shown.Right);
        List<byte> sentence = [.. bytes];
        _stuck?.Happen(sentence);
        return sentence;
    }

    private string OnGlass(string code)
    {
        var list = new SentenceList();
        var link = new DisplayLinkReader();
        link.Feed([.. Sentence(SegmentEncoder.First(code)), .. Sentence(SegmentEncoder.Second(code))], list);
        _seq -= 2;
        return string.Concat(
            list.Good.SelectMany(s => new[] { SegmentFont.Character(s.Left) ?? '?', SegmentFont.Character(s.Right) ?? '?' }));
    }
}

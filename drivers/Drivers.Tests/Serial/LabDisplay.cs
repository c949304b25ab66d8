using PairingLab.Drivers.Time;
using PairingLab.Kernel.Serial;

namespace PairingLab.Drivers.Serial;

/// <summary>A display at the end of a cable, on stepped lab time: a sentence at a change and one every 200 ms, a pair a second.</summary>
internal sealed class LabDisplay : ILabTime
{
    private const int StepMs = 200;

    private readonly DateTimeOffset _began = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly byte[] _sentence = new byte[DisplayLinkSentence.Length];
    private DisplayShown _shown;
    private int _seq;
    private int _ms;

    public LabDisplay(ISerialPort port) => Cable = new SerialCable(port, new Random(1));

    public SerialCable Cable { get; }

    /// <summary>Null: dark.</summary>
    public string? Code { get; set; }

    public bool Powered { get; set; } = true;

    /// <summary>Called before each heartbeat with the milliseconds of lab time.</summary>
    public Action<int>? AtStep { get; set; }

    public bool CanTravel => true;

    public Task<DateTimeOffset> NowAsync(CancellationToken cancel = default) => Task.FromResult(_began.AddMilliseconds(_ms));

    public Task PassAsync(TimeSpan span, CancellationToken cancel = default)
    {
        for (var left = (int)span.TotalMilliseconds; left > 0; left -= StepMs)
        {
            _ms += StepMs;
            AtStep?.Invoke(_ms);
            Show(Code is null ? default : _ms / 1000 % 2 == 0 ? SegmentEncoder.First(Code) : SegmentEncoder.Second(Code));
        }

        return Task.CompletedTask;
    }

    public void Send(DisplayShown shown)
    {
        if (Powered)
        {
            DisplayLinkSentence.Write(_sentence, _seq++, shown.Left, shown.Right);
            Cable.Send(_sentence);
        }
    }

    private void Show(DisplayShown now)
    {
        if (now != _shown)
        {
            Send(now);
        }

        _shown = now;
        Send(now);
    }
}

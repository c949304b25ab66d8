using PairingLab.Commander.Controller;
using PairingLab.Kernel.Time;

namespace PairingLab.Commander.Devices.StatusDisplay;

/// <summary>Watches the two digits and says what they show: at each change, and every 200 ms (display link).</summary>
internal sealed class DisplayProbe : IDisposable
{
    /// <summary>Sequence numbers have four digits and wrap.</summary>
    private const int Sequences = 10_000;

    private readonly Lock gate = new();
    private readonly IDisplayLine line;
    private readonly Func<DisplayFrame> watch;
    private readonly Action changed;
    private readonly ITimer heartbeat;
    private DisplayFrame last;
    private int sequence;

    public DisplayProbe(IDisplayLine line, LabClock clock, CommanderSettings settings, Func<DisplayFrame> watch, Action changed)
    {
        this.line = line;
        this.watch = watch;
        this.changed = changed;
        line.Asked += Send;
        heartbeat = clock.CreatePulse(Send, settings.DisplayHeartbeat);
    }

    /// <summary>Where the sentences go.</summary>
    public string? Address => line.Address;

    /// <summary>Something may have changed: sends at once if it did.</summary>
    public void Look()
    {
        if (watch() != last)
        {
            Send();
        }
    }

    public void Dispose()
    {
        heartbeat.Dispose();
        line.Dispose();
    }

    private void Send()
    {
        bool isNew;
        lock (gate)
        {
            var frame = watch();
            isNew = frame != last;
            last = frame;
            line.Send(sequence, frame.Left, frame.Right);
            sequence = (sequence + 1) % Sequences;
        }

        if (isNew)
        {
            changed();
        }
    }
}

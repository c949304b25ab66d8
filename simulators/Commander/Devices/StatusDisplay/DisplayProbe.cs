using PairingLab.Commander.Service;
using PairingLab.Kernel.Serial;
using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Time;

namespace PairingLab.Commander.Devices.StatusDisplay;

/// <summary>
/// The bench's probe on the two digits: reports over a serial line what they show, at each change, when it is asked and every 200 ms
/// (docs/protocols/display-link.md). It has power of its own, and reports a Commander without power as dark.
/// </summary>
internal sealed class DisplayProbe : IDeviceLine
{
    private readonly Lock gate = new();
    private readonly DisplayLinkQueries queries = new();
    private readonly SerialCable cable;
    private readonly ITimer heartbeat;
    private Func<DisplayFrame> digits = () => DisplayFrame.Dark;
    private DisplayFrame last;
    private int sequence;

    public DisplayProbe(SerialCable cable, LabClock clock, TimeSpan interval)
    {
        this.cable = cable;
        cable.Received += Hear;
        heartbeat = clock.CreatePulse(Send, interval);
    }

    /// <inheritdoc />
    public string? Address => cable.Port.Plugged ? cable.Port.Address : null;

    /// <summary>Watches the digits of a Commander that has just got power, or lost it (null).</summary>
    public void Watch(CommanderService? commander)
    {
        Volatile.Write(ref digits, () => commander?.Frame ?? DisplayFrame.Dark);
        Look();
    }

    /// <summary>Sends at once if something has changed.</summary>
    public void Look()
    {
        if (Volatile.Read(ref digits)() != last)
        {
            Send();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        heartbeat.Dispose();
        cable.Received -= Hear;
        cable.Port.Dispose();
    }

    private void Hear(ReadOnlyMemory<byte> bytes)
    {
        if (queries.Feed(bytes.Span) > 0)
        {
            Send();
        }
    }

    private void Send()
    {
        Span<byte> sentence = stackalloc byte[DisplayLinkSentence.Length];
        lock (gate)
        {
            last = Volatile.Read(ref digits)();
            var length = DisplayLinkSentence.Write(sentence, sequence, last.Left, last.Right);
            cable.Send(sentence[..length]);
            sequence = (sequence + 1) % DisplayLink.Sequences;
        }
    }
}

using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Serial;

namespace PairingLab.Drivers.Doctor;

/// <summary>Listens to a display's line for two seconds and says what comes over it.</summary>
public sealed class LineDoctor(TimeProvider clock) : IDisplaySentences
{
    // Ten heartbeats.
    private static readonly TimeSpan Listening = TimeSpan.FromSeconds(2);

    private readonly DisplayLinkReader reader = new();

    /// <summary>Examines the line of a real display.</summary>
    public async Task<Finding> ExamineAsync(BenchDevice device, CancellationToken cancel)
    {
        var subject = $"{device.Id} on {device.Line}";
        try
        {
            await using var line = await SerialLine.OpenAsync(device.Line!, device.Wired(), cancel);
            var began = clock.GetTimestamp();
            return await IsOpenAfterListeningAsync(line, cancel)
                ? Judge(subject, device.Wired(), clock.GetElapsedTime(began))
                : new(Health.Bad, subject, $"hung up at once{(Said.Length > 0 ? $"; the far end said '{Said}'" : "")}");
        }
        catch (SerialLineException e)
        {
            return new(Health.Bad, subject, e.Message);
        }
    }

    void IDisplaySentences.Sound(DisplaySentence sentence, ReadOnlySpan<byte> body)
    {
        // Counted by the reader.
    }

    void IDisplaySentences.Damaged(SentenceFault fault, ReadOnlySpan<byte> body)
    {
        // Counted by the reader.
    }

    private string Said => Printed.Of(reader.Stray.Trim("\r\n "u8));

    private async Task<bool> IsOpenAfterListeningAsync(ISerialLine line, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(Listening, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        var buffer = new byte[1024];
        try
        {
            for (int count; (count = await line.ReadAsync(buffer, either.Token)) > 0;)
            {
                reader.Feed(buffer.AsSpan(0, count), this);
            }

            return false;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // It has been listened to long enough. The clock is not asked whether: a timer may fire a little early by it.
            return true;
        }
    }

    private Finding Judge(string subject, SerialSettings settings, TimeSpan passed)
    {
        var counts = reader.Counts;
        return counts switch
        {
            { Bytes: 0 } => new(
                Health.Bad,
                subject,
                "open, but no byte for 2 s, though a display sends one every 200 ms; is it powered, and its cable in?"),
            { Good: 0 } => new(
                Health.Bad, subject, $"{counts.Bytes} bytes in 2 s and no sound sentence; is {settings} how the display is set?"
                + DisplayExplanation.Guess(counts.Bytes, settings, passed)),
            { Damaged: > 0 } => new(
                Health.Doubtful,
                subject,
                $"{counts.Good} sound sentences in 2 s, and {counts.Damaged} damaged ones; look at cable and ground"),
            { Good: < 5 } => new(Health.Doubtful, subject, $"only {counts.Good} sentences in 2 s, though a display sends ten"),
            _ => new(Health.Good, subject, $"{counts.Good} sound sentences in 2 s at {settings}"),
        };
    }
}

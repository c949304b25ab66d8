using PairingLab.Drivers.Time;

namespace PairingLab.Drivers.Panels;

/// <summary>
/// Waits for a panel: looks, gives it a moment of real time to change by itself, then lets lab time pass in growing steps,
/// and looks again, until the condition is met or the limit (lab time) is over.
/// </summary>
/// <param name="time">How lab time passes.</param>
/// <param name="read">Reads the panel now.</param>
/// <param name="changed">Waits a moment of real time; true as soon as the panel has changed.</param>
internal sealed class PanelWait(
    ILabTime time, Func<CancellationToken, Task<PanelReading>> read, Func<CancellationToken, Task<bool>> changed)
{
    private static readonly TimeSpan FirstStep = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(1);

    public async Task<PanelReading> UntilAsync(Func<PanelReading, bool> condition, string what, TimeSpan limit, CancellationToken cancel)
    {
        var reading = await read(cancel);
        if (condition(reading))
        {
            return reading;
        }

        if (time.CanTravel)
        {
            // What is still under way belongs to this instant, however slow the machine is; only after it may lab time pass.
            await time.PassAsync(TimeSpan.Zero, cancel);
            reading = await read(cancel);
        }

        var end = await time.NowAsync(cancel) + limit;
        var step = FirstStep;
        while (!condition(reading))
        {
            var left = end - await time.NowAsync(cancel);
            if (!await changed(cancel))
            {
                ThrowWhenOver(left, reading, what, limit);
                await time.PassAsync(left < step ? left : step, cancel);
                step = time.CanTravel ? Longer(step) : step;
            }
            else if (left <= TimeSpan.Zero)
            {
                // It changes all the time, as an alternating display does; it still has its last chance below.
                reading = await read(cancel);
                return condition(reading) ? reading : throw Timeout(reading, what, limit);
            }

            reading = await read(cancel);
        }

        return reading;
    }

    private static TimeSpan Longer(TimeSpan step) => step * 1.5 < LongestStep ? step * 1.5 : LongestStep;

    private static void ThrowWhenOver(TimeSpan left, PanelReading reading, string what, TimeSpan limit)
    {
        if (left <= TimeSpan.Zero)
        {
            throw Timeout(reading, what, limit);
        }
    }

    private static PanelTimeoutException Timeout(PanelReading reading, string what, TimeSpan limit) =>
        new($"{reading.Device} did not come to show {what} within {limit:c} of lab time; last seen: {reading}")
        {
            Expected = $"{reading.Device} shows {what}",
            Seen = reading.ToString(),
        };
}

using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Roles;
using PairingLab.Drivers.Serial;
using PairingLab.Drivers.Time;

namespace PairingLab.Features.Support;

/// <summary>
/// The real displays of a run. Each line is opened at its first use and stays open to the end, so that its log has no gap; what is
/// seen goes to the scenario that runs, which is one at a time.
/// </summary>
/// <param name="folder">The run's folder, in which logs lie under lines/.</param>
public sealed class RealDisplays(string folder) : IAsyncDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, (CommanderDisplay Display, RelaySink Sink, LineLog Log)> open = new(StringComparer.Ordinal);

    /// <summary>A display, told to a scenario from now on.</summary>
    /// <param name="device">The display.</param>
    /// <param name="patience">How long a port that is not there yet is waited for.</param>
    /// <param name="witness">The scenario's.</param>
    /// <param name="time">How lab time passes.</param>
    public async Task<IStatusDisplay> OpenAsync(BenchDevice device, TimeSpan patience, IEvidenceSink witness, ILabTime time)
    {
        if (!open.TryGetValue(device.Id, out var of))
        {
            var sink = new RelaySink();
            var log = new LineLog(Path.Combine(folder, "lines", $"{device.Id}.log"), TimeProvider.System);
            log.Note($"{device.Line} {device.Wired()}");
            of = open[device.Id] = (await ConnectAsync(device, patience, sink, time, log), sink, log);
        }

        of.Sink.To(witness);
        return of.Display;
    }

    /// <summary>The scenario has ended.</summary>
    public void Leave()
    {
        foreach (var (_, sink, _) in open.Values)
        {
            sink.To(null);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var (display, _, log) in open.Values)
        {
            await display.DisposeAsync();
            log.Dispose();
        }
    }

    // An adapter that was just plugged in, or a ser2net that is just starting, appears later.
    private static async Task<CommanderDisplay> ConnectAsync(
        BenchDevice device, TimeSpan patience, IEvidenceSink sink, ILabTime time, LineLog log)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await CommanderDisplay.OpenAsync(device.Id, device.Line!, time, sink, device.Wired(), log: log);
            }
            catch (SerialLineException e) when (e.Problem is SerialProblem.NoSuchPath or SerialProblem.Unreachable
                && TimeProvider.System.GetElapsedTime(began) < patience)
            {
                await Task.Delay(Again, TimeProvider.System);
            }
            catch
            {
                log.Dispose();
                throw;
            }
        }
    }
}

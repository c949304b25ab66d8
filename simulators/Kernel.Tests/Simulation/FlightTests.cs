using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Simulation;

/// <summary>A request whose patience runs out at the moment at which it ends.</summary>
public sealed class FlightTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task The_clock_waits_from_the_moment_at_which_it_is_called_back()
    {
        var clock = new SteppedClock();
        using var flight = Fly(clock);
        var calledBackAt = default(DateTimeOffset?);
        Task? later = null;
        flight.CalledBack.Register(() =>
        {
            calledBackAt = clock.GetUtcNow();
            later = Task.Run(async () =>
            {
                await Task.Yield();
                DateTimeOffset? endedAt = clock.GetUtcNow();
                flight.Dispose();
                endedAt.ShouldBe(calledBackAt);
            });
        });

        await clock.AdvanceAsync(TimeSpan.FromHours(1));
        await later.ShouldNotBeNull();
    }

    [Fact]
    public async Task One_that_has_ended_before_it_is_called_back_does_not_keep_the_clock()
    {
        var clock = new SteppedClock();
        var flight = Fly(clock);

        // Cancelling tells the last listener first: the request may have ended before anybody else hears of it.
        flight.CalledBack.Register(flight.Dispose);
        await clock.AdvanceAsync(TimeSpan.FromHours(1));
        flight.CalledBack.IsCancellationRequested.ShouldBeTrue();
    }

    private static Flight<string> Fly(SteppedClock clock)
    {
        var flight = new Flight<string>("a call", clock.Hold("a call"), clock, Patience, (_, _) => { });
        flight.LetTimePass();
        return flight;
    }
}

using Microsoft.Extensions.Time.Testing;
using PairingLab.Host.Commands;

namespace PairingLab.Host.Tests.Runs;

/// <summary>The last lines of a run say where its time went.</summary>
public sealed class RunTimesTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void Build_start_scenarios_and_report_make_up_the_whole()
    {
        var times = new RunTimes(clock);
        clock.Advance(TimeSpan.FromSeconds(20));
        times.Built();
        var started = clock.GetUtcNow();
        times.Scenario(started.AddSeconds(3), started.AddSeconds(4)); // two at once
        times.Scenario(started.AddSeconds(1.5), started.AddSeconds(6));
        clock.Advance(TimeSpan.FromSeconds(7));
        times.Ended().ShouldBe("time:   27.0 s: build 20.0 s, start 1.5 s, scenarios 4.5 s, report 1.0 s");
    }

    [Fact]
    public void A_run_in_which_no_scenario_ran_has_only_a_start()
    {
        var times = new RunTimes(clock);
        times.Built();
        clock.Advance(TimeSpan.FromSeconds(2));
        times.Ended().ShouldBe("time:   2.0 s: build 0.0 s, start 2.0 s, scenarios 0.0 s, report 0.0 s");
    }
}

using FsCheck;
using FsCheck.Fluent;
using PairingLab.Kernel.Time;

namespace PairingLab.Kernel.Tests.Time;

/// <summary>The stepped clock fires what a naive clock fires, in the same order, at the same times: none lost, none doubled.</summary>
public sealed class ClockModelTests
{
    private const int Timers = 5;

    private static readonly Gen<ClockStep> Steps =
        from kind in Gen.Frequency(
            (5, Gen.Constant(ClockStepKind.Change)),
            (1, Gen.Constant(ClockStepKind.Stop)),
            (3, Gen.Constant(ClockStepKind.ChangeAnotherInCallback)),
            (4, Gen.Constant(ClockStepKind.Advance)))
        from timer in Gen.Choose(0, Timers - 1)
        from due in Gen.Frequency((3, Gen.Choose(0, 5)), (1, Gen.Choose(0, 200)))
        from period in Gen.Frequency((2, Gen.Constant(0)), (2, Gen.Choose(1, 7)))
        select new ClockStep(kind, timer, due, period);

    [Fact]
    public void The_stepped_clock_fires_what_a_naive_clock_fires() =>
        Prop.ForAll(Steps.ArrayOf().ToArbitrary(), steps =>
        {
            var expected = new List<string>();
            RunNaively(steps, expected);
            var seen = new List<string>();
            Run(steps, seen);
            seen.ShouldBe(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60));

    private static void RunNaively(ClockStep[] steps, List<string> fired)
    {
        var clock = new NaiveClock();
        var once = new ClockStep?[Timers];
        var timers = new NaiveTimer[Timers];
        for (var i = 0; i < Timers; i++)
        {
            var number = i;
            timers[i] = clock.Add(() =>
            {
                fired.Add($"{clock.Now} {number}");
                Then(once, number, s => clock.Change(timers[(number + 1) % Timers], s.Due, s.Period));
            });
        }

        foreach (var step in steps)
        {
            Do(step, once, (due, period) => clock.Change(timers[step.Timer], due, period), clock.Advance);
        }
    }

    private static void Run(ClockStep[] steps, List<string> fired)
    {
        var clock = new SteppedClock(DateTimeOffset.UnixEpoch);
        var once = new ClockStep?[Timers];
        var timers = new ITimer[Timers];
        for (var i = 0; i < Timers; i++)
        {
            var number = i;
            timers[i] = clock.CreateTimer(
                _ =>
                {
                    fired.Add($"{clock.GetUtcNow().ToUnixTimeMilliseconds()} {number}");
                    Then(once, number, s => Change(timers[(number + 1) % Timers], s.Due, s.Period));
                },
                null,
                Timeout.InfiniteTimeSpan,
                Timeout.InfiniteTimeSpan);
        }

        foreach (var step in steps)
        {
            Do(step, once, (due, period) => Change(timers[step.Timer], due, period), span =>
                clock.AdvanceAsync(TimeSpan.FromMilliseconds(span)).IsCompletedSuccessfully.ShouldBeTrue());
        }
    }

    private static void Do(ClockStep step, ClockStep?[] once, Action<int?, int> change, Action<long> advance)
    {
        switch (step.Kind)
        {
            case ClockStepKind.Change:
                change(step.Due, step.Period);
                break;
            case ClockStepKind.Stop:
                change(null, 0);
                break;
            case ClockStepKind.ChangeAnotherInCallback:
                once[step.Timer] = step;
                break;
            default:
                advance(step.Due);
                break;
        }
    }

    private static void Then(ClockStep?[] once, int timer, Action<ClockStep> change)
    {
        if (once[timer] is { } step)
        {
            once[timer] = null;
            change(step);
        }
    }

    private static void Change(ITimer timer, int? due, int period) => timer.Change(
        due is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : Timeout.InfiniteTimeSpan,
        period > 0 ? TimeSpan.FromMilliseconds(period) : Timeout.InfiniteTimeSpan);
}

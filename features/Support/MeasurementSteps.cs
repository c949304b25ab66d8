using System.Globalization;
using PairingLab.Reports.Evidence;

namespace PairingLab.Features.Support;

/// <summary>What steps measure: a value with its unit and its limits, which is in the evidence whether it keeps them or not.</summary>
public sealed class Measurements(ScenarioRecorder recorder)
{
    /// <summary>How long the scenario has taken so far, wall time.</summary>
    public TimeSpan Elapsed => recorder.Elapsed;

    /// <summary>Records a value; a value outside its limits fails the step.</summary>
    public void Record(string name, double value, string unit, double? atLeast = null, double? atMost = null)
    {
        var measured = new MeasurementSeen { Name = name, Value = value, Unit = unit, AtLeast = atLeast, AtMost = atMost };
        recorder.See(measured);
        measured.IsWithin.ShouldBeTrue($"{name}: {measured.Text}");
    }
}

/// <summary>Measurements that every system can take.</summary>
[Binding]
public sealed class MeasurementSteps(Measurements measurements)
{
    /// <summary>How long a person or a program needed for all that was told so far.</summary>
    [Then(@"^all of this took at most (\d+) seconds$")]
    public void TookAtMost(string seconds) => measurements.Record(
        "time taken", Math.Round(measurements.Elapsed.TotalSeconds, 3), "s", atMost: double.Parse(seconds, CultureInfo.InvariantCulture));
}

/// <summary>Limits belong to what is allowed, and what breaks one is the product's fault.</summary>
public sealed class MeasurementTests
{
    private readonly ScenarioRecorder recorder = new(TimeProvider.System, () => null);

    [Theory]
    [InlineData(1.999, false)]
    [InlineData(2, true)]
    [InlineData(60, true)]
    [InlineData(60.001, false)]
    public void A_value_outside_its_limits_fails_and_is_in_the_evidence_all_the_same(double value, bool within)
    {
        var error = Xunit.Record.Exception(() => new Measurements(recorder).Record("pos-1 was paired", value, "s", 2, 60));
        var evidence = recorder.Finish(new() { FeaturePath = "a", Feature = "a", Name = "a", Outcome = Outcome.Passed });
        evidence.Around.ShouldHaveSingleItem().ShouldBeOfType<MeasurementSeen>().Value.ShouldBe(value);
        (error is null).ShouldBe(within);
        Judgement.Of(error, ScenarioExecutionStatus.OK).ShouldBe(within ? Outcome.Passed : Outcome.Failed);
    }
}

namespace PairingLab.Features.Support;

/// <summary>What a person at the bench measures and photographs; where every device is simulated there is nothing of it.</summary>
[Binding]
public sealed class OperatorSteps(ScenarioBench bench, Measurements measurements)
{
    /// <summary>Asks for a number, and judges it.</summary>
    [Then(@"^the (.+) of (\S+-\d) measures from (\S+) to (\S+) (\S+)$")]
    public async Task Measures(string what, string device, double least, double most, string unit)
    {
        SkipSimulated(device);
        var value = await bench.Operator.MeasureAsync(device, what, unit);
        measurements.Record($"{what} of {device}", value, unit, least, most);
    }

    /// <summary>Asks for a photo, which stands in the report.</summary>
    [Then(@"^a photo of the (.+) of (\S+-\d) is kept$")]
    public Task Photo(string what, string device)
    {
        SkipSimulated(device);
        return bench.Operator.PhotographAsync(device, what);
    }

    private void SkipSimulated(string device) =>
        Assert.SkipWhen(
            bench.Plan.IsSimulated(device), $"this bench has a simulated {device}, of which nothing can be measured or photographed");
}

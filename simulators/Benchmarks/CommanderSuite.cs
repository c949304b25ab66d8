namespace PairingLab.Benchmarks;

/// <summary>Every Commander scenario, the browser ones too.</summary>
internal sealed class CommanderSuite : IBenchmark
{
    public async IAsyncEnumerable<Result> RunAsync()
    {
        var (seconds, scenarios) = await FeatureSuite.RunAsync("@commander");
        yield return new($"whole Commander suite, {scenarios} scenarios", seconds, "s", 60, MoreIsBetter: false, null, "");
    }
}

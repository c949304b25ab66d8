namespace PairingLab.Benchmarks.Admin;

/// <summary>Every scenario of the admin panel in a browser. The goal is for seventy of them; there are more.</summary>
internal sealed class PanelSuite : IBenchmark
{
    private const int Counted = 70;

    public async IAsyncEnumerable<Result> RunAsync()
    {
        var (seconds, scenarios) = await FeatureSuite.RunAsync("@access-control and @browser");
        yield return new("70 browser scenarios of the admin panel", seconds * Counted / scenarios, "s", 90, MoreIsBetter: false, seconds, $"all {scenarios} of them, start of the run included");
    }
}

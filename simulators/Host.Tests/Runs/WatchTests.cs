using PairingLab.Host.Commands;
using PairingLab.Host.Runs;
using PairingLab.Host.Tests.Commands;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Tests.Runs;

/// <summary>--watch: what a saved file touches.</summary>
public sealed class WatchTests : IDisposable
{
    private static readonly FeatureCatalogue Catalogue = FeatureCatalogue.Read(new(Repository.Find().Features));

    private static readonly BindingReport Bindings = new([], [], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["Commander/PairingTimers.feature:17"] = ["WorkstationSteps", "TimeSteps"],
        ["Sci/PairingTimes.feature:14"] = ["SciPosSteps"],
    });

    private readonly TestFolder folder = new();

    [Fact]
    public void A_feature_touches_its_scenarios() =>
        Touched("features/Sci/PairingTimes.feature", "").ShouldBe(["Sci/PairingTimes.feature"]);

    [Fact]
    public void A_class_of_steps_touches_the_scenarios_that_use_it() =>
        Touched("features/Commander/TimeSteps.cs", "public sealed class TimeSteps(X x)").ShouldBe(["Commander/PairingTimers.feature:17"]);

    [Fact]
    public void Another_class_touches_the_features_of_its_folder()
    {
        var touched = Touched("features/Sci/SciSite.cs", "public sealed class SciSite");
        touched.ShouldBe(Catalogue.Features.Select(f => f.Path).Where(p => p.StartsWith("Sci/", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_that_all_share_touches_whatever_was_picked() =>
        Touched("drivers/Wire/WirePanel.cs", "class WirePanel").ShouldBeEmpty();

    [Fact]
    public async Task A_saved_feature_is_run_at_once()
    {
        await using var run = LabProcess.StartIn(
            folder.Path, "run", "--watch", "--no-build", "--seed", "7", "--name", "OTP is retrieved 59 seconds after");
        await run.LineAsync("watching: ");
        run.Output.ShouldContain("1 passed, 0 failed");
        var feature = Path.Combine(Repository.Find().Features, "Commander", "PairingTimers.feature");
        var written = File.GetLastWriteTimeUtc(feature);
        try
        {
            File.SetLastWriteTimeUtc(feature, TimeProvider.System.GetUtcNow().UtcDateTime);
            (await run.LineAsync("saved: ")).ShouldBe("features/Commander/PairingTimers.feature");
        }
        finally
        {
            File.SetLastWriteTimeUtc(feature, written);
        }

        (await run.SignalAsync("TERM")).ShouldBeOneOf(0, 2);
    }

    public void Dispose() => folder.Dispose();

    private static IReadOnlyList<string> Touched(string path, string content) => Watch.Touched([(path, content)], Catalogue, Bindings);
}

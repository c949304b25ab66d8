using System.Reflection;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Features.Support;

/// <summary>An engine that passes over a scenario does so in silence: counted here.</summary>
public sealed class EveryScenarioRunsTests
{
    [Fact]
    public void Every_scenario_of_the_feature_files_is_a_test()
    {
        var root = RunSettings.Read(TimeProvider.System).Root;
        var written = FeatureCatalogue.Read(new DirectoryInfo(Path.Combine(root, "features"))).Pickles.Count;
        var tests = Assembly.GetExecutingAssembly().GetTypes().SelectMany(t => t.GetMethods()).Sum(Rows);
        tests.ShouldBe(written);
    }

    private static int Rows(MethodInfo method) =>
        method.GetCustomAttribute<SkippableTheoryAttribute>() is not null ? method.GetCustomAttributes<InlineDataAttribute>().Count()
        : method.GetCustomAttribute<SkippableFactAttribute>() is not null ? 1
        : 0;
}

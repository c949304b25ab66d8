using System.Reflection;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Features.Support;

/// <summary>A generator that passes over a scenario does so in silence: counted here.</summary>
public sealed class EveryScenarioRunsTests
{
    [Fact]
    public void Every_scenario_of_the_feature_files_is_a_test()
    {
        var written = FeatureCatalogue.Read(new DirectoryInfo(Path.Combine(RunSettings.Current.Root, "features"))).Pickles
            .GroupBy(p => p.FeatureName, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var tests = Assembly.GetExecutingAssembly().GetTypes().SelectMany(t => t.GetMethods())
            .Select(m => (Feature: FeatureOf(m), Rows: Rows(m))).Where(m => m.Feature is not null)
            .GroupBy(m => m.Feature!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(m => m.Rows), StringComparer.Ordinal);
        tests.OrderBy(t => t.Key, StringComparer.Ordinal).ShouldBe(written.OrderBy(w => w.Key, StringComparer.Ordinal));
    }

    private static string? FeatureOf(MethodInfo method) =>
        Traits(method).Concat(Traits(method.DeclaringType!)).FirstOrDefault(t => t.Name == "FeatureTitle")?.Value;

    private static IEnumerable<TraitAttribute> Traits(MemberInfo member) => member.GetCustomAttributes<TraitAttribute>();

    private static int Rows(MethodInfo method) =>
        method.GetCustomAttribute<TheoryAttribute>() is not null ? method.GetCustomAttributes<InlineDataAttribute>().Count()
        : method.GetCustomAttribute<FactAttribute>() is not null ? 1
        : 0;
}

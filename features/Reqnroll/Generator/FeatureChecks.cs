using Gherkin.Ast;

namespace PairingLab.ReqnrollGenerator;

/// <summary>What the parser lets pass and Reqnroll's own generator does not.</summary>
internal static class FeatureChecks
{
    /// <summary>The mistakes of a feature.</summary>
    public static IEnumerable<(Location Location, string Message)> Of(Feature feature)
    {
        var scenarios = Scenarios(feature).ToList();
        foreach (var (location, kind, title) in Titles(feature))
        {
            if (title.Trim().Length == 0)
            {
                yield return (location, $"the {kind} has no title");
            }
        }

        var named = scenarios.Where(s => s.Name.Trim().Length > 0);
        foreach (var twin in named.GroupBy(s => s.Name, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
        {
            yield return (twin.Location, $"another scenario of this feature is called '{twin.Name}' too");
        }

        foreach (var mistake in scenarios.SelectMany(ExamplesOf))
        {
            yield return mistake;
        }
    }

    /// <summary>The scenarios of a feature and of its rules, in the order of their pickles.</summary>
    public static IEnumerable<Scenario> Scenarios(Feature feature) =>
        feature.Children.OfType<Scenario>().Concat(feature.Children.OfType<Rule>().SelectMany(r => r.Children.OfType<Scenario>()));

    /// <summary>Whether a scenario is a template: only those have Examples, even empty ones.</summary>
    public static bool IsOutline(Scenario scenario) =>
        scenario.Examples.Any() || scenario.Keyword.Trim() is "Scenario Outline" or "Scenario Template";

    private static IEnumerable<(Location Location, string Kind, string Title)> Titles(Feature feature) =>
        feature.Children.OfType<Rule>().Select(r => (r.Location, "rule", r.Name))
            .Prepend((feature.Location, "feature", feature.Name))
            .Concat(Scenarios(feature).Select(s => (s.Location, "scenario", s.Name)));

    private static IEnumerable<(Location Location, string Message)> ExamplesOf(Scenario scenario)
    {
        if (IsOutline(scenario) && !scenario.Examples.Any(e => e.TableBody.Any()))
        {
            yield return (scenario.Location, $"the scenario outline '{scenario.Name}' has no examples, so it would never run");
        }

        var tables = scenario.Examples.Where(e => e.TableHeader is not null).ToList();
        foreach (var twice in tables.SelectMany(e => e.TableHeader.Cells.GroupBy(c => c.Value).SelectMany(g => g.Skip(1))))
        {
            yield return (twice.Location, $"the examples have the column '{twice.Value}' twice");
        }

        foreach (var other in tables.Skip(1).Where(e => !Columns(e).SetEquals(Columns(tables[0]))))
        {
            var (these, first) = (string.Join(", ", Columns(other)), string.Join(", ", Columns(tables[0])));
            yield return (other.Location, $"these examples have the columns {these}, and the first have {first}");
        }
    }

    private static HashSet<string> Columns(Examples examples) =>
        new(examples.TableHeader.Cells.Select(c => c.Value), StringComparer.Ordinal);
}

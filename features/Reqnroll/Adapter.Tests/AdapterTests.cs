using System.Reflection;
using System.Text.Json;

namespace PairingLab.ReqnrollAdapter.Tests;

/// <summary>Reqnroll on xUnit.net through the adapter: outcomes, hooks, rows and Reqnroll's own reports.</summary>
public sealed class AdapterTests(SampleRun run) : IClassFixture<SampleRun>
{
    [Fact]
    public void Skipped_in_a_step_is_skipped_with_its_reason()
    {
        Result("A step skips").ShouldBe("Skip");
        run.Results["A step skips"].Descendants("reason").Single().Value.ShouldBe("there is no printer");
    }

    [Fact]
    public void An_undefined_step_fails_and_says_which()
    {
        Result("A step is not defined").ShouldBe("Fail");
        Message("A step is not defined").ShouldContain("a step that nobody wrote", Case.Insensitive);
    }

    [Fact]
    public void After_a_failure_no_step_runs()
    {
        Result("A step fails").ShouldBe("Fail");
        Message("A step fails").ShouldContain("paper jam");
        run.Log.ShouldNotContain("note after a failure");
        run.Log.ShouldNotContain("note after a skip");
    }

    [Fact]
    public void Ignored_does_not_run()
    {
        Result("Nobody wants it").ShouldBe("Skip");
        run.Log.ShouldNotContain("Nobody wants it begins");
    }

    [Fact]
    public void A_hook_that_fails_after_the_scenario_fails_the_test()
    {
        Result("A hook after the scenario fails").ShouldBe("Fail");
        Message("A hook after the scenario fails").ShouldContain("cannot clear away");
    }

    [Fact]
    public void Each_row_of_examples_is_a_test_with_its_tags()
    {
        foreach (var (row, tag) in new[] { ("one", "of-first"), ("two", "of-first"), ("three", "of-second") })
        {
            var test = run.Results.Single(r => r.Key.StartsWith($"An outline (word: {row},", StringComparison.Ordinal)).Value;
            ((string?)test.Attribute("result")).ShouldBe("Pass", Failure(test));
            test.Descendants("trait").Where(t => (string?)t.Attribute("name") == "Category").Select(t => (string)t.Attribute("value")!)
                .ShouldBe(["of-feature", "of-rule", "of-scenario", tag], ignoreOrder: true);
        }
    }

    [Fact]
    public void A_row_is_named_by_its_cells_alone() =>
        run.Results.Keys.ShouldContain("An outline (word: three, tags: of-scenario,of-second,of-feature,of-rule)");

    /// <summary>Test explorers and `dotnet test` go through VSTest.</summary>
    [Fact]
    public async Task Through_VSTest_every_scenario_and_row_is_listed()
    {
        var listed = await SampleRun.DotnetTestAsync("--list-tests");
        run.Results.Keys.Where(name => !listed.Contains($"    {name}\n", StringComparison.Ordinal)).ShouldBeEmpty(listed);
    }

    [Fact]
    public async Task Through_VSTest_one_row_runs_by_itself()
    {
        var said = await SampleRun.DotnetTestAsync("--filter", "DisplayName~\\(word: two");
        said.ShouldMatch(@"Failed:\s+0, Passed:\s+1, Skipped:\s+0, Total:\s+1,");
    }

    /// <summary>A double click in a test explorer leads there; the rows of an outline have its place.</summary>
    [Theory]
    [InlineData("OutcomesFeature.AStepSkips", "Outcomes.feature", 3)]
    [InlineData("OutcomesFeature.ItPasses", "Outcomes.feature", 21)]
    [InlineData("OrderFeature.APlainScenario", "Order.feature", 8)]
    [InlineData("OrderFeature.AnOutline", "Order.feature", 19)]
    public void A_test_has_the_file_and_line_of_its_scenario(string test, string file, int line)
    {
        var names = test.Split('.');
        var method = Assembly.LoadFrom(SampleRun.Program()).GetType($"PairingLab.ReqnrollSample.Tests.{names[0]}")!.GetMethod(names[1])!;
        var fact = method.GetCustomAttributes().OfType<Xunit.v3.IFactAttribute>().Single();
        (Path.GetFileName(fact.SourceFilePath), fact.SourceLineNumber).ShouldBe((file, line));
        File.Exists(fact.SourceFilePath).ShouldBeTrue(fact.SourceFilePath);
    }

    [Fact]
    public void Backgrounds_of_feature_and_rule_come_before_the_steps() => Result("A plain scenario").ShouldBe("Pass");

    [Fact]
    public void Hooks_come_in_their_order_and_a_scenario_ends_whatever_became_of_it()
    {
        run.Log[0].ShouldBe("run begins");
        run.Log[^1].ShouldBe("run ends");
        foreach (var feature in new[] { "Order", "Outcomes" })
        {
            run.Log.Count(l => l == $"{feature} begins").ShouldBe(1);
            run.Log.Count(l => l == $"{feature} ends").ShouldBe(1);
        }

        (string Scenario, string Status)[] expected =
        [
            ("A step skips", "Skipped"), ("A step is not defined", "UndefinedStep"), ("A step fails", "TestError"), ("It passes", "OK"),
        ];
        foreach (var (scenario, status) in expected)
        {
            var (begins, ends) = (Index($"{scenario} begins"), Index($"{scenario} ends: {status}"));
            begins.ShouldBeInRange(Index("Outcomes begins") + 1, ends - 1);
            ends.ShouldBeLessThan(Index("Outcomes ends"));
        }
    }

    [Fact]
    public void The_trace_of_the_steps_is_the_output_of_the_test() =>
        run.Results["It passes"].Descendants("output").Single().Value.ShouldContain("Given \"fine\" is noted");

    [Fact]
    public void Reqnrolls_own_formatters_tell_of_every_scenario()
    {
        var kinds = run.Messages.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(l => JsonDocument.Parse(l).RootElement.EnumerateObject().First().Name).CountBy(k => k).ToDictionary();
        kinds["source"].ShouldBe(2);
        kinds["pickle"].ShouldBe(10);
        kinds["testCaseFinished"].ShouldBe(9, "all but the ignored one");
        run.Html.ShouldContain("It passes");
    }

    private int Index(string line)
    {
        run.Log.ShouldContain(line);
        return run.Log.ToList().IndexOf(line);
    }

    private string? Result(string test) => (string?)run.Results[test].Attribute("result");

    private string Message(string test) => Failure(run.Results[test]);

    private static string Failure(System.Xml.Linq.XElement test) => string.Concat(test.Descendants("message").Select(m => m.Value));
}

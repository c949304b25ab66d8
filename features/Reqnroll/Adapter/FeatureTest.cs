using System.Collections.Specialized;
using System.Globalization;
using System.Reflection;
using Reqnroll;
using Xunit;

namespace PairingLab.ReqnrollAdapter;

/// <summary>What the generated test class of every feature does: it asks Reqnroll to run the steps.</summary>
/// <param name="feature">The feature.</param>
/// <param name="output">The output of the test.</param>
public abstract class FeatureTest(FeatureInfo feature, ITestOutputHelper output) : IAsyncDisposable
{
    private ITestRunner? runner;

    private ITestRunner Runner => runner ?? throw new InvalidOperationException("the scenario has not begun");

    /// <summary>A feature.</summary>
    protected static FeatureInfo Info(
        Assembly assembly, string language, string folder, string path, string title, string? description, string[] tags)
    {
        var messages = new FeatureMessages(assembly, path);
        return new(CultureInfo.GetCultureInfo(language), folder, title, description, ProgrammingLanguage.CSharp, tags, messages);
    }

    /// <summary>Ends the scenario: its hooks are called whatever happened before.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (runner is null)
        {
            return;
        }

        try
        {
            if (runner.ScenarioContext is not null)
            {
                await runner.OnScenarioEndAsync();
            }
        }
        finally
        {
            TestRunnerManager.ReleaseTestRunner(runner);
            runner = null;
        }
    }

    /// <summary>Begins a scenario, and its feature if that has not begun.</summary>
    protected async Task BeginAsync(ScenarioInfo scenario, RuleInfo? rule)
    {
        runner = TestRunnerManager.GetTestRunnerForAssembly(GetType().Assembly, featureHint: feature);
        if (runner.FeatureContext is { } open && open.FeatureInfo != feature)
        {
            await runner.OnFeatureEndAsync();
        }

        if (runner.FeatureContext is null)
        {
            await runner.OnFeatureStartAsync(feature);
        }

        runner.OnScenarioInitialize(scenario, rule);
        runner.ScenarioContext.ScenarioContainer.RegisterInstanceAs(output);
        await runner.OnScenarioStartAsync();
    }

    /// <summary>
    /// Throws what went wrong in the steps: they do not throw themselves, so that those after a failure are told as skipped.
    /// </summary>
    protected Task FinishAsync() => Runner.CollectScenarioErrorsAsync();

    /// <summary>A step that begins with Given.</summary>
    protected Task GivenAsync(string text, string? multiline, Table? table, string keyword) =>
        Runner.GivenAsync(text, multiline, table, keyword);

    /// <summary>A step that begins with When.</summary>
    protected Task WhenAsync(string text, string? multiline, Table? table, string keyword) =>
        Runner.WhenAsync(text, multiline, table, keyword);

    /// <summary>A step that begins with Then.</summary>
    protected Task ThenAsync(string text, string? multiline, Table? table, string keyword) =>
        Runner.ThenAsync(text, multiline, table, keyword);

    /// <summary>A step that begins with And.</summary>
    protected Task AndAsync(string text, string? multiline, Table? table, string keyword) =>
        Runner.AndAsync(text, multiline, table, keyword);

    /// <summary>A step that begins with But.</summary>
    protected Task ButAsync(string text, string? multiline, Table? table, string keyword) =>
        Runner.ButAsync(text, multiline, table, keyword);

    /// <summary>The cells of an example, by column.</summary>
    protected static OrderedDictionary Arguments(params (string Column, string Cell)[] cells)
    {
        var arguments = new OrderedDictionary();
        foreach (var (column, cell) in cells)
        {
            arguments.Add(column, cell);
        }

        return arguments;
    }

    /// <summary>A table of a step; its first row is the header.</summary>
    protected static Table Rows(params string[][] rows)
    {
        var table = new Table(rows[0]);
        foreach (var row in rows.Skip(1))
        {
            table.AddRow(row);
        }

        return table;
    }
}

/// <summary>Ends a feature after its last scenario.</summary>
/// <param name="feature">The feature.</param>
public abstract class FeatureEnding(FeatureInfo feature) : IAsyncDisposable
{
    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await TestRunnerManager.ReleaseFeatureAsync(feature, GetType().Assembly);
    }
}

/// <summary>Begins and ends the run of an assembly.</summary>
/// <param name="assembly">The assembly with the features and steps.</param>
public abstract class TestRun(Assembly assembly) : IAsyncLifetime
{
    /// <inheritdoc />
    public async ValueTask InitializeAsync() => await TestRunnerManager.OnTestRunStartAsync(assembly);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await TestRunnerManager.OnTestRunEndAsync(assembly);
    }
}

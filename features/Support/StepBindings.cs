using System.Globalization;
using Io.Cucumber.Messages.Types;
using PairingLab.Host.Runs;
using PairingLab.Reports.Gherkin;
using Reqnroll.Bindings;
using Reqnroll.Infrastructure;
using Pickle = PairingLab.Reports.Gherkin.Pickle;
using PickleStep = PairingLab.Reports.Gherkin.PickleStep;
using StepContext = Reqnroll.Bindings.StepContext;

namespace PairingLab.Features.Support;

/// <summary>Compares the steps of features with the bindings, as Reqnroll itself does when it runs them.</summary>
internal sealed class StepBindings(IBindingRegistry registry, IStepDefinitionMatchService matching)
{
    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-US");

    /// <summary>How all steps and bindings fit together.</summary>
    public BindingReport Compare(FeatureCatalogue catalogue)
    {
        var used = new HashSet<(string, string)>();
        var problems = new List<StepProblem>();
        var classes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var pickle in catalogue.Pickles)
        {
            var bound = new HashSet<string>(StringComparer.Ordinal);
            foreach (var step in pickle.Steps)
            {
                var best = matching.GetBestMatch(Instance(pickle, step), Culture, out var ambiguity, out var candidates);
                foreach (var candidate in best.Success ? [best] : candidates)
                {
                    used.Add(Id(candidate.StepBinding));
                    bound.Add(candidate.StepBinding.Method.Type.Name);
                }

                if (!best.Success)
                {
                    var place = $"{pickle.Path}:{step.Source.Location.Line}";
                    problems.Add(new(pickle.Place, place, step.Source.Keyword + step.Text, Problem(ambiguity, candidates)));
                }
            }

            classes[pickle.Place] = [.. bound];
        }

        var invalid = registry.GetStepDefinitions().Where(b => !b.IsValid)
            .Select(b => new StepProblem("", Id(b).Method, b.SourceExpression, $"the binding is invalid: {b.ErrorMessage}"));
        var unused = registry.GetStepDefinitions().Select(Id).Distinct().Where(b => !used.Contains(b))
            .OrderBy(b => b.Method, StringComparer.Ordinal);
        return new([.. invalid, .. problems], [.. unused.Select(b => new UnusedBinding(b.Method, b.Expression))], classes);
    }

    private static string Problem(StepDefinitionAmbiguityReason ambiguity, List<BindingMatch> candidates)
    {
        var methods = string.Join(", ", candidates.Select(c => Id(c.StepBinding).Method));
        return ambiguity switch
        {
            StepDefinitionAmbiguityReason.AmbiguousSteps => $"ambiguous, it fits {methods}",
            StepDefinitionAmbiguityReason.AmbiguousScopes => $"no binding for these tags; other tags have {methods}",
            StepDefinitionAmbiguityReason.ParameterErrors => $"no binding takes its values; by its words it fits {methods}",
            _ when candidates.Count > 0 => $"its values do not fit {methods}",
            _ => "no binding",
        };
    }

    private static (string Method, string Expression) Id(IStepDefinitionBinding binding) =>
        ($"{binding.Method.Type.Name}.{binding.Method.Name}", binding.SourceExpression);

    private static StepInstance Instance(Pickle pickle, PickleStep step)
    {
        var (type, keyword) = step.Message.Type switch
        {
            PickleStepType.ACTION => (StepDefinitionType.When, StepDefinitionKeyword.When),
            PickleStepType.OUTCOME => (StepDefinitionType.Then, StepDefinitionKeyword.Then),
            _ => (StepDefinitionType.Given, StepDefinitionKeyword.Given),
        };
        var tags = pickle.Tags.Select(t => t.Name.TrimStart('@'));
        var context = new StepContext(pickle.FeatureName, pickle.Name, tags, Culture);
        return new(type, keyword, step.Source.Keyword, step.Text, step.DocString, TableOf(step), context);
    }

    private static Table? TableOf(PickleStep step)
    {
        if (step.Table is not { Count: > 0 } rows)
        {
            return null;
        }

        var table = new Table([.. rows[0]]);
        foreach (var row in rows.Skip(1))
        {
            table.AddRow([.. row]);
        }

        return table;
    }
}

/// <summary>A step without a binding would be found only when its scenario runs, which on some benches is never.</summary>
public sealed class BindingTests
{
    [Fact]
    public void Every_step_has_one_binding()
    {
        var report = Report();
        if (Environment.GetEnvironmentVariable(BindingReport.Variable) is { Length: > 0 } file)
        {
            report.Write(file);
        }

        report.Problems.ShouldBeEmpty();
    }

    // What matches steps belongs to a runner of scenarios: it may call transformations.
    private static BindingReport Report()
    {
        var runner = TestRunnerManager.GetTestRunnerForAssembly(typeof(BindingTests).Assembly);
        try
        {
            var known = runner.TestThreadContext.TestThreadContainer;
            return new StepBindings(known.Resolve<IBindingRegistry>(), known.Resolve<IStepDefinitionMatchService>())
                .Compare(FeatureCatalogue.Read(new DirectoryInfo(Path.Combine(RunSettings.Current.Root, "features"))));
        }
        finally
        {
            TestRunnerManager.ReleaseTestRunner(runner);
        }
    }
}

using PairingLab.Host.Runs;
using PairingLab.Reports.Gherkin;
using Reqnroll.Bindings;
using Reqnroll.Bindings.Discovery;
using Reqnroll.Bindings.Reflection;
using Reqnroll.BoDi;
using Reqnroll.ErrorHandling;
using Reqnroll.Infrastructure;

namespace PairingLab.Features.Support;

/// <summary>What --dry-run says of steps that the features do not have: bindings of this test's own, and a feature of its own.</summary>
public sealed class StepBindingsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pairinglab-bindings-");

    [Fact]
    public void A_step_that_two_bindings_fit_is_ambiguous_and_both_are_named()
    {
        var problem = Compare("a till is on", (nameof(Till), "^a till is (.*)$"), (nameof(Device), "^a (.*) is on$"))
            .Problems.ShouldHaveSingleItem();
        (problem.Place, problem.Text).ShouldBe(("own.feature:3", "Given a till is on"));
        problem.Problem.ShouldBe("ambiguous, it fits StepBindingsTests.Till, StepBindingsTests.Device");
    }

    [Fact]
    public void A_binding_that_no_step_uses_is_listed()
    {
        var report = Compare("a till is on", (nameof(Till), "^a till is (.*)$"), (nameof(Device), "^a (.*) is off$"));
        report.Problems.ShouldBeEmpty();
        report.Unused.ShouldBe([new("StepBindingsTests.Device", "^a (.*) is off$")]);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static void Till(string state) => _ = state;

    private static void Device(string device) => _ = device;

    private BindingReport Compare(string step, params (string Method, string Expression)[] bindings)
    {
        File.WriteAllText(Path.Combine(folder.FullName, "own.feature"), $"Feature: Own\n  Scenario: One\n    Given {step}\n");
        var runner = TestRunnerManager.GetTestRunnerForAssembly(typeof(BindingTests).Assembly);
        try
        {
            var known = runner.TestThreadContext.TestThreadContainer;
            var registry = Registry(known, bindings);
            return new StepBindings(registry, Matching(known, registry)).Compare(FeatureCatalogue.Read(folder));
        }
        finally
        {
            TestRunnerManager.ReleaseTestRunner(runner);
        }
    }

    private static StepDefinitionMatchService Matching(IObjectContainer known, BindingRegistry registry) => new(
        registry,
        known.Resolve<IStepArgumentTypeConverter>(),
        known.Resolve<IErrorProvider>(),
        known.Resolve<IMatchArgumentCalculator>());

    private static BindingRegistry Registry(IObjectContainer known, (string Method, string Expression)[] bindings)
    {
        var registry = new BindingRegistry();
        foreach (var (method, expression) in bindings)
        {
            var info = typeof(StepBindingsTests).GetMethod(
                method, System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
            known.Resolve<IBindingFactory>().CreateStepDefinitionBindingBuilder(
                StepDefinitionType.Given, new RuntimeBindingMethod(info), null, expression, ExpressionType.RegularExpression)
                .Build().ToList().ForEach(registry.RegisterStepDefinitionBinding);
        }

        registry.Ready = true;
        return registry;
    }
}

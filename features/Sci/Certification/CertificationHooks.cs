using PairingLab.Features.Support;
using PairingLab.Reports.Certification;
using Reqnroll.BoDi;

namespace PairingLab.Features.Sci.Certification;

/// <summary>
/// Around each rule. Its scenarios share the POSs: a scenario begins where the one before has left the POS if that is known, and
/// with a fresh POS if it is not.
/// </summary>
[Binding]
[Scope(Tag = "certification")]
public sealed class CertificationHooks(IObjectContainer container, ScenarioContext scenario)
{
    private const int AfterTheBench = 20_000;
    private const int BeforeTheBench = 5_000;

    private static PosesUnderTest? candidates;
    private static IReadOnlyList<CertificationRule> rules = [];

    /// <summary>Gives the scenario the POSs.</summary>
    [BeforeScenario(Order = AfterTheBench)]
    public async Task Begin()
    {
        var bench = container.Resolve<ScenarioBench>();
        if (candidates is null)
        {
            rules = CertificationRules.Read(Path.Combine(bench.Root, "features"));
            candidates = await PosesUnderTest.OpenAsync(bench);
        }

        container.RegisterInstanceAs(candidates, dispose: false);
        candidates.Begin(Rule());
    }

    /// <summary>Takes a step's text down.</summary>
    [BeforeStep(Order = AfterTheBench)]
    public void BeginStep() => candidates?.Note($"{scenario[Hooks.StepWord]} {scenario.StepContext.StepInfo.Text}");

    /// <summary>Writes the results.</summary>
    [AfterScenario(Order = BeforeTheBench)]
    public async Task End()
    {
        if (candidates is null)
        {
            return;
        }

        await candidates.EndAsync(Rule());
        if (scenario.TestError is not null)
        {
            var witness = container.Resolve<ScenarioBench>().Witness;
            foreach (var picture in candidates.Pictures)
            {
                witness.FileKept("pos.png", picture, "the POS at the end");
            }
        }
    }

    private CertificationRule Rule() => rules.Single(r => r.Title == scenario.ScenarioInfo.Title);

    /// <summary>Takes the lab down.</summary>
    [AfterFeature("certification")]
    public static async Task Close()
    {
        if (candidates is not null)
        {
            await candidates.DisposeAsync();
            candidates = null;
        }
    }
}

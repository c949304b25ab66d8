namespace PairingLab.Features.Support;

/// <summary>
/// No more scenarios at once than xunit.runner.json allows. SpecFlow holds a thread through every scenario, and its xUnit
/// plugin starts a scenario of every feature at once unless xUnit's parallel algorithm is "aggressive": then all of them starve.
/// </summary>
[Binding]
public sealed class ScenariosAtOnce
{
    private const int Limit = 4; // xunit.runner.json: maxParallelThreads

    private static readonly SemaphoreSlim Places = new(Limit, Limit);
    private bool placed;

    /// <summary>Takes a place.</summary>
    [BeforeScenario(Order = 0)]
    public async Task TakePlaceAsync()
    {
#if REQNROLL
        await Places.WaitAsync();
#else
        if (!await Places.WaitAsync(TimeSpan.Zero))
        {
            throw new InvalidOperationException($"more than {Limit} scenarios run at once: is parallelAlgorithm in xunit.runner.json \"aggressive\"?");
        }
#endif
        placed = true;
    }

    /// <summary>Gives it back, when all that clears away has been done.</summary>
    [AfterScenario(Order = int.MaxValue)]
    public void GivePlaceBack()
    {
        if (placed)
        {
            placed = false;
            Places.Release();
        }
    }
}

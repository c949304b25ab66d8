namespace PairingLab.Features.Support;

/// <summary>Each scenario has a seed of its own, made from the run's: it does not matter which others run, or in what order.</summary>
public static class ScenarioSeed
{
    /// <summary>The seed of a scenario (FNV-1a over its name).</summary>
    public static int Of(int runSeed, string scenario)
    {
        var hash = 2166136261u ^ (uint)runSeed;
        foreach (var character in scenario)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return (int)(hash & 0x7FFFFFFF);
    }
}

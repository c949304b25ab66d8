using System.Globalization;

namespace PairingLab.Host.Commands;

/// <summary>Where the time of a run went.</summary>
public sealed class RunTimes(TimeProvider time)
{
    private readonly DateTimeOffset began = time.GetUtcNow();
    private DateTimeOffset built;
    private DateTimeOffset? first;
    private DateTimeOffset? last;

    /// <summary>What must be there is there; the features are started now.</summary>
    public void Built() => built = time.GetUtcNow();

    /// <summary>A scenario ended.</summary>
    public void Scenario(DateTimeOffset started, DateTimeOffset finished)
    {
        first = first < started ? first : started;
        last = last > finished ? last : finished;
    }

    /// <summary>The report is written: all of it in a line.</summary>
    public string Ended()
    {
        var end = time.GetUtcNow();
        var (scenariosBegan, scenariosEnded) = (first ?? end, last ?? end);
        return $"time:   {Seconds(end - began)}: build {Seconds(built - began)}, start {Seconds(scenariosBegan - built)}, "
            + $"scenarios {Seconds(scenariosEnded - scenariosBegan)}, report {Seconds(end - scenariosEnded)}";
    }

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s");
}

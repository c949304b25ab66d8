namespace PairingLab.AccessControl.Tests.Exploration;

/// <summary>Tells the acts of an exploration in the steps of the features; where there is no step for one, as a comment.</summary>
internal static class ActWords
{
    /// <summary>MACS as it is when every day begins; <see cref="Macs" /> sets up the same.</summary>
    public static readonly IReadOnlyList<string> Beginning =
    [
        "Given MACS with a lounge and a fast line",
        "Given the lounge has a cooldown of 30 minutes",
        """
        Given the ruleset "Free, then paid"
                | parameter                         | value     |
                | Product Code                      | MCG       |
                | Total number of usage             | 6         |
                | Number of free invitations        | 2         |
                | Number of paid invitations        | 2         |
                | Amount                            | 25.50 EUR |
                | Period of time in days            | 1         |
                | Number of usage per each location | 3         |
                | Adult guests: free invitations    | 3         |
                | Adult guests: per flight          | 2         |
        """,
        "Given Anna has a Gold card of Alpha Bank",
        "Given Boris has a Gold card of Alpha Bank",
        "Given Clara has a Platinum card of Alpha Bank",
        "Given macs-1 and macs-2 are paired",
        "Given macs-3 is paired",
    ];

    private static readonly string[] People = ["Anna", "Boris", "Clara"];

    /// <summary>A whole day.</summary>
    public static PairingLab.Exploration.DayWords<Act> Told { get; } = new(Beginning, Of);

    /// <summary>An act as steps, each with its keyword.</summary>
    public static IEnumerable<string> Of(Act act)
    {
        var (who, device) = (People[act.Who], $"macs-{act.Device + 1}");
        return act.Kind switch
        {
            ActKind.Tap => [$"When {who} taps {(who == "Boris" ? "his" : "her")} card at {device}"],
            ActKind.Confirm => [$"When the entry is confirmed on {device}"],
            ActKind.Enter when act.Adults == 0 => [$"When {who} enters at {device}"],
            ActKind.Enter => [$"When {who} enters at {device} with {act.Adults} adult guests and 0 children"],
            ActKind.ReverseAsAdmin => [$"When an Admin tries to reverse {who}'s latest entry"],
            ActKind.ReverseAsServiceProvider => [$"When a Service Provider tries to reverse {who}'s latest entry"],
            ActKind.Wait => [$"When {act.Seconds} seconds pass"],
            _ => [$"# the entry is confirmed on {device} with {act.Adults} adult guests"],
        };
    }
}

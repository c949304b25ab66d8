namespace PairingLab.Reports.Gherkin;

/// <summary>
/// What a failure has come of before: in the description of a rule or a scenario, the list after the line "Known causes:".
/// </summary>
public static class KnownCauses
{
    private const string Heading = "Known causes:";
    private const string Bullet = "- ";

    /// <summary>The causes that a description names; a line that is indented further goes on with the one before.</summary>
    public static IReadOnlyList<string> In(string? description)
    {
        var lines = (description ?? "").ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim())
            .SkipWhile(l => !l.Equals(Heading, StringComparison.OrdinalIgnoreCase)).Skip(1).TakeWhile(l => l.Length > 0);
        var causes = new List<string>();
        foreach (var line in lines)
        {
            if (line.StartsWith(Bullet, StringComparison.Ordinal))
            {
                causes.Add(line[Bullet.Length..]);
            }
            else if (causes.Count > 0)
            {
                causes[^1] += $" {line}";
            }
        }

        return causes;
    }

    /// <summary>Those of a scenario: its own, then its rule's.</summary>
    public static IReadOnlyList<string> Of(Pickle? pickle) =>
        pickle is null ? [] : [.. In(pickle.Scenario.Description), .. In(pickle.Rule?.Description)];
}

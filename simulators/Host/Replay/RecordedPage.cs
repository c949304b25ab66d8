using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Replay;

/// <summary>
/// What a page showed, played again: what changed by itself changes after the same time; what came of a press or an entry comes
/// when the driver does the same.
/// </summary>
/// <param name="seen">The readings of one device in one scenario; at least one.</param>
/// <param name="clock">The time of the recording, which all its pages and lines share.</param>
internal sealed class RecordedPage(IReadOnlyList<PanelSeen> seen, RecordedClock clock)
{
    /// <summary>What stands in the place of a value that was masked.</summary>
    public const string StandIn = "000000";

    private readonly Dictionary<string, string> typed = new(StringComparer.Ordinal);
    private int at;

    /// <summary>What the driver did that was not done at the bench; null while there is nothing.</summary>
    public string? Deviation { get; private set; }

    /// <summary>Whether all was played.</summary>
    public bool IsOver => at == seen.Count - 1;

    /// <summary>The page as it is now.</summary>
    public PanelSeen Read()
    {
        for (var now = clock.Begin(); at + 1 < seen.Count && !IsAct(seen[at + 1]) && now >= seen[at + 1].Wall;)
        {
            at++;
        }

        return Played(seen[at]);
    }

    /// <summary>The driver presses; false when something else was done at the bench.</summary>
    public bool Press(string button)
    {
        Read();
        var next = Next("press ");
        if (next < 0 || seen[next].Act != $"press {button}")
        {
            Deviation ??= $"[{button}] was pressed; at the bench "
                + (next < 0 ? "nothing more was pressed" : $"[{seen[next].Act["press ".Length..]}] was pressed next");
            return false;
        }

        typed.Clear();
        Go(next);
        return true;
    }

    /// <summary>The driver types; what it types is shown, for a secret was another one.</summary>
    public void Enter(string field, string text)
    {
        Read();
        typed[field] = text;
        var (next, press) = (Next("enter "), Next("press "));
        if (next >= 0 && seen[next].Act == $"enter {field}" && (press < 0 || next < press))
        {
            Go(next);
        }
    }

    /// <summary>Whether a reading came of a press or an entry.</summary>
    public static bool IsAct(PanelSeen reading) =>
        reading.Act.StartsWith("press ", StringComparison.Ordinal) || reading.Act.StartsWith("enter ", StringComparison.Ordinal);

    private void Go(int next)
    {
        at = next;
        clock.Done(seen[next].Wall);
    }

    private int Next(string act)
    {
        for (var i = at + 1; i < seen.Count; i++)
        {
            if (seen[i].Act.StartsWith(act, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private PanelSeen Played(PanelSeen reading) => reading with
    {
        Title = reading.Title.Replace(SecretMask.Mask, StandIn, StringComparison.Ordinal),
        Texts = [.. reading.Texts.Select(t => t.Replace(SecretMask.Mask, StandIn, StringComparison.Ordinal))],
        Fields = [.. reading.Fields.Select(f => f with { Value = typed.GetValueOrDefault(f.Name, Unmasked(f.Value)) })],
    };

    private static string Unmasked(string value) => value.Contains(SecretMask.Mask, StringComparison.Ordinal) ? "" : value;
}

using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Html;

/// <summary>Things of one kind that were seen one after the other; equal ones in a row stand once, with how often.</summary>
internal sealed record SeenGroup(IReadOnlyList<(Seen Seen, int Times)> Items)
{
    public Seen First => Items[0].Seen;

    public static IReadOnlyList<SeenGroup> Of(IReadOnlyList<Seen> seen)
    {
        var groups = new List<SeenGroup>();
        var items = new List<(Seen Seen, int Times)>();
        foreach (var next in seen)
        {
            if (items.Count > 0 && items[0].Seen.GetType() != next.GetType())
            {
                groups.Add(new SeenGroup([.. items]));
                items.Clear();
            }

            Add(items, next);
        }

        return items.Count == 0 ? groups : [.. groups, new SeenGroup([.. items])];
    }

    // A driver that waits reads the same panel again and again; a heartbeat repeats the same display.
    private static void Add(List<(Seen Seen, int Times)> items, Seen next)
    {
        if (items.Count > 0 && LooksTheSame(items[^1].Seen, next))
        {
            items[^1] = items[^1] with { Times = items[^1].Times + 1 };
        }
        else
        {
            items.Add((next, 1));
        }
    }

    private static bool LooksTheSame(Seen one, Seen other) => (one, other) switch
    {
        (PanelSeen a, PanelSeen b) => a.Device == b.Device && a.Act == b.Act && a.Title == b.Title
            && a.Texts.SequenceEqual(b.Texts) && a.Buttons.SequenceEqual(b.Buttons) && a.Fields.SequenceEqual(b.Fields),
        (DisplaySeen a, DisplaySeen b) => a.Device == b.Device && a.Left == b.Left && a.Right == b.Right,
        _ => false,
    };
}

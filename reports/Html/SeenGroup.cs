using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Html;

/// <summary>
/// Things of one kind that were seen one after the other. A serial line talks all the time, so its sentences and displays
/// come together in one group each and part no others.
/// </summary>
internal sealed class SeenGroup
{
    private readonly List<(Seen Seen, int Times)> items = [];

    private SeenGroup(Seen first) => items.Add((first, 1));

    /// <summary>What was seen; equal things stand once, with how often.</summary>
    public IReadOnlyList<(Seen Seen, int Times)> Items => items;

    public Seen First => items[0].Seen;

    private bool IsSerial => First is SentenceSeen or DisplaySeen;

    public static IReadOnlyList<SeenGroup> Of(IReadOnlyList<Seen> seen)
    {
        var groups = new List<SeenGroup>();
        foreach (var next in seen)
        {
            var open = next is SentenceSeen or DisplaySeen
                ? groups.Find(g => g.First.GetType() == next.GetType())
                : groups.FindLast(g => !g.IsSerial);
            if (open is null || open.First.GetType() != next.GetType())
            {
                groups.Add(new SeenGroup(next));
            }
            else
            {
                open.Add(next);
            }
        }

        return groups;
    }

    private void Add(Seen next)
    {
        var same = items.FindLastIndex(i => LooksTheSame(i.Seen, next));

        // A display alternates between its two pairs, so it may repeat any earlier one; a panel only the last.
        if (same >= 0 && (next is DisplaySeen || same == items.Count - 1))
        {
            items[same] = items[same] with { Times = items[same].Times + 1 };
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

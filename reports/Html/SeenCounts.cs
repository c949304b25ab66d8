using PairingLab.Reports.Evidence;

namespace PairingLab.Reports.Html;

/// <summary>Says in a few words what a step saw, for the line under which it folds away.</summary>
internal static class SeenCounts
{
    public static string Of(IReadOnlyList<Seen> seen)
    {
        var items = SeenGroup.Of(seen).SelectMany(g => g.Items.Select(i => i.Seen)).ToList();
        string?[] parts =
        [
            Part(items.OfType<PanelSeen>().Count(), "panel"),
            Part(items.OfType<DisplaySeen>().Count(), "display"),
            Part(items.OfType<SentenceSeen>().Count(), "sentence"),
            Part(items.OfType<ExchangeSeen>().Count(), "exchange"),
            Part(items.OfType<AttestationSeen>().Count(), "answer"),
            Part(items.OfType<MeasurementSeen>().Count(), "measurement"),
            Part(items.OfType<FileSeen>().Count(), "file"),
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    private static string? Part(int count, string word) =>
        count == 0 ? null : $"{count} {word}{(count == 1 ? "" : "s")}";
}

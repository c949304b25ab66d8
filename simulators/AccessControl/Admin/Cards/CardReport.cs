using PairingLab.AccessControl.Admin.Reports;

namespace PairingLab.AccessControl.Admin.Cards;

/// <summary>"Export Report" of enrolled cards. Seed: exactly these ten columns.</summary>
internal static class CardReport
{
    private static readonly string[] Columns =
        ["Masked PAN", "HASH", "AREF", "ICA", "Issuer name", "Product code", "Enrollment date", "Available free entries", "Available paid entries", "Ruleset ID"];

    public static async Task<ReportAnswer> OfAsync(CardDesk desk, CardFilter filter, string sort, DateTimeOffset at) =>
        new("enrolled-cards", sort, at, Columns, RowsAsync(desk, filter, await desk.IssuersAsync()));

    private static async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(CardDesk desk, CardFilter filter, IReadOnlyDictionary<string, string> issuers)
    {
        await foreach (var (card, visits) in desk.AllAsync(filter))
        {
            yield return
            [
                card.MaskedPan, card.PanHash, card.Aref ?? "", card.Ica ?? "", issuers.GetValueOrDefault(card.Ica ?? "", ""), card.Product ?? "", Cell.Of(card.EnrolledAt),
                visits.Text(visits.Free), visits.Text(visits.Paid), visits.Ruleset is { } ruleset ? Cell.Of(ruleset.Id) : "",
            ];
        }
    }
}

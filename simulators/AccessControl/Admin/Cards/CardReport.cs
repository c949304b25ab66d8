using PairingLab.AccessControl.Admin.Reports;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Cards;

/// <summary>"Export Report" of enrolled cards, with the ten columns that the Access Control description lists.</summary>
internal static class CardReport
{
    public static async Task<Report<(CardRow Card, CardVisits Visits)>> OfAsync(CardQueries desk, CardFilter filter, string fileType,
        DateTimeOffset at)
    {
        var issuers = await desk.IssuersAsync();
        return new("enrolled-cards", fileType, at, Columns(issuers), desk.AllAsync(filter));
    }

    private static ReportColumn<(CardRow Card, CardVisits Visits)>[] Columns(IReadOnlyDictionary<string, string> issuers) =>
    [
        new("Masked PAN", c => c.Card.MaskedPan), new("HASH", c => c.Card.PanHash), new("AREF", c => c.Card.Aref),
        new("ICA", c => c.Card.Ica),
        new("Issuer name", c => issuers.GetValueOrDefault(c.Card.Ica ?? "", "")), new("Product code", c => c.Card.Product),
        new("Enrollment date", c => c.Card.EnrolledAt, IsTime: true), new("Available free entries", c => Left(c.Visits, c.Visits.Free)),
        new("Available paid entries", c => Left(c.Visits, c.Visits.Paid)), new("Ruleset ID", c => c.Visits.Ruleset?.Id),
    ];

    private static object? Left(CardVisits visits, int? left) => left is null || visits.Ruleset is null ? visits.Text(left) : left;
}

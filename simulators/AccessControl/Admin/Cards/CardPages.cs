using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Reports;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Admin.Rules;

namespace PairingLab.AccessControl.Admin.Cards;

/// <summary>The tab Enrolled cards.</summary>
internal static class CardPages
{
    public static void MapCards(this AdminGate gate, AdminParts parts)
    {
        var desk = new CardQueries(parts.Database, parts.Clock);
        gate.Get("/admin/cards", AdminAction.SeeCards, async request =>
        {
            var filter = CardFilter.Of(request.Query);
            return await request.PageAsync<CardList>(
                "Enrolled cards", Tabs.Cards, ("Query", request.Query), ("Cards", await desk.ListAsync(filter, request.Query)),
                ("Sorting", CardQueries.SortingOf(request.Query)));
        });
        gate.Get("/admin/cards/export", AdminAction.ExportCards, async request =>
        {
            var (filter, file) = (CardFilter.Of(request.Query), ReportFile.Asked(request.Query));
            return request.Query.IsValid ? await CardReport.OfAsync(desk, filter, file, parts.Clock.GetUtcNow())
                : await request.NotExportedAsync(Tabs.Cards);
        });
        gate.Get("/admin/cards/{hash}", AdminAction.SeeCards,
            request => EnrolmentPages.DetailsAsync(request, desk, new()));
        gate.MapEnrolments(parts, desk);
        gate.Get("/admin/cards/{hash}/rule", AdminAction.ShowRule, request => RuleAsync(request, parts, desk));
    }

    private static async Task<IResult> RuleAsync(AdminRequest request, AdminParts parts, CardQueries desk)
    {
        if (await desk.FindAsync(request.Route("hash")) is not var (card, visits) || visits.Ruleset is not { } ruleset
            || await parts.Macs.Rules.FindAsync(ruleset.Id) is not { } row)
        {
            return await request.NotFoundAsync("rule of that card: it has no entry yet", Tabs.Cards);
        }

        var locations = (await parts.Macs.Locations.AllAsync()).ToDictionary(l => l.Id, l => l.Name, StringComparer.Ordinal);
        return await request.PageAsync<ShownRule>(
            $"Rule {ruleset.Name}", Tabs.Cards, ("Row", row), ("Ruleset", ruleset), ("Locations", locations),
            ("Back", $"/admin/cards/{card.PanHash}"));
    }
}

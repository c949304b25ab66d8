using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Reports;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Admin.Rules;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>The tab Operations.</summary>
internal static class OperationPages
{
    public static void MapOperations(this AdminGate gate, AdminParts parts)
    {
        var desk = new OperationQueries(parts.Database, parts.Clock);
        var watch = new OperationWatch(parts.Database, parts.Clock);
        gate.Get("/admin/operations", AdminAction.SeeOperations, request => ListAsync(request, desk, watch));
        gate.Get("/admin/operations/events", AdminAction.SeeOperations, _ => Task.FromResult<IResult>(new OperationEvents(watch)));
        gate.Get("/admin/operations/export", AdminAction.ExportOperations, request => ExportAsync(request, parts, desk));
        gate.Get("/admin/operations/totals", AdminAction.SeeOperations, request => TotalsAsync(request, parts, desk));
        gate.Get("/admin/operations/{id}", AdminAction.SeeOperations, request => DetailsAsync(request, parts, desk, new()));
        gate.Post("/admin/operations/{id}/reverse", AdminAction.ReverseOperation, request => ReverseAsync(request, parts, desk));
        gate.Get("/admin/operations/{id}/rule", AdminAction.ShowRule, request => RuleAsync(request, parts, desk));
        gate.Get("/admin/operations/{id}/transactions", AdminAction.ShowTransactions, request => TransactionsAsync(request, parts, desk));
    }

    private static async Task<IResult> ExportAsync(AdminRequest request, AdminParts parts, OperationQueries desk)
    {
        var filter = OperationFilter.Of(request.Query);
        var (format, file) = (request.Query.OneOf("format", "format", OperationReport.Formats), ReportFile.Asked(request.Query));
        return request.Query.IsValid ? OperationReport.Of(desk, filter, format, file, parts.Clock.GetUtcNow())
            : await request.NotExportedAsync(Tabs.Operations);
    }

    private static async Task<IResult> TotalsAsync(AdminRequest request, AdminParts parts, OperationQueries desk)
    {
        var filter = OperationFilter.Of(request.Query);
        var from = filter.From ?? parts.Clock.GetUtcNow() - EntryTotals.UsualPeriod;
        return await request.PageAsync<TotalsPage>(
            "Totals", Tabs.Operations, ("Query", request.Query), ("Locations", await desk.LocationsAsync()),
            ("Totals", request.Query.IsValid ? await desk.TotalsAsync(filter with { From = from }) : []));
    }

    private static async Task<IResult> ListAsync(AdminRequest request, OperationQueries desk, OperationWatch watch)
    {
        var filter = OperationFilter.Of(request.Query);
        foreach (var place in new[] { "after", "before" })
        {
            if (request.Query.Has(place) && await desk.FindAsync(request.Query[place]) is null)
            {
                request.Query.Fail(place, $"There is no operation to go on from: {place} must be the id of one.");
            }
        }

        // Read before the list: changes between the list and the first event are then news to the page.
        var seen = await watch.NowAsync(request.Http.RequestAborted);
        return await request.PageAsync<OperationList>(
            "Operations", Tabs.Operations, ("Query", request.Query),
            ("Operations", request.Query.IsValid ? await desk.ListAsync(filter, request.Query["after"], request.Query["before"])
                : new([], HasEarlier: false, HasLater: false)),
            ("Sorting", filter.Sorting), ("Seen", seen));
    }

    private static async Task<IResult> DetailsAsync(AdminRequest request, AdminParts parts, OperationQueries desk, FormValues typed)
    {
        if (await desk.FindAsync(request.Route("id")) is not { } operation)
        {
            return await request.NotFoundAsync("such operation", Tabs.Operations);
        }

        var locations = await desk.LocationsAsync();
        var isLate = request.User.UserRole == UserRole.ServiceProvider
            && parts.Clock.GetUtcNow() > operation.EntryAt + parts.Settings.ReversalWindow;
        return await request.PageAsync<OperationDetails>(
            typed.IsValid ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, $"Operation of {operation.MaskedPan}", Tabs.Operations,
            ("Operation", operation), ("Location", locations.GetValueOrDefault(operation.LocationId, operation.LocationId)),
            ("FormValues", typed), ("IsLate", isLate));
    }

    private static async Task<IResult> ReverseAsync(AdminRequest request, AdminParts parts, OperationQueries desk)
    {
        var id = request.Route("id");
        var reason = request.Form["reason"];
        if (reason.Length > 500)
        {
            request.Form.Fail("reason", "Reversal Reason may have 500 characters at most.");
        }
        else if (request.Form.IsValid
            && await parts.Macs.Reverse.ReverseAsync(id, request.User.Email, request.User.UserRole, reason) is { } refusal)
        {
            request.Form.Fail("", $"Not reversed: {refusal.Message()}.");
        }

        return request.Form.IsValid ? AdminRequest.Go($"/admin/operations/{id}?notice=reversed")
            : await DetailsAsync(request, parts, desk, request.Form);
    }

    private static async Task<IResult> RuleAsync(AdminRequest request, AdminParts parts, OperationQueries desk)
    {
        if (await desk.FindAsync(request.Route("id")) is not { } operation || operation.RulesetId == 0
            || await parts.Macs.Rules.FindAsync(operation.RulesetId) is not { } row)
        {
            return await request.NotFoundAsync("rule of that operation: no ruleset applied", Tabs.Operations);
        }

        return await request.PageAsync<ShownRule>(
            $"Rule {operation.RulesetName}", Tabs.Operations, ("Row", row),
            ("Ruleset", await parts.Macs.Rules.AtAsync(row, operation.RequestedAt)),
            ("Locations", await desk.LocationsAsync()), ("Back", $"/admin/operations/{operation.Id}"), ("Decided", operation.Rule));
    }

    private static async Task<IResult> TransactionsAsync(AdminRequest request, AdminParts parts, OperationQueries desk)
    {
        if (await desk.FindAsync(request.Route("id")) is not { } operation)
        {
            return await request.NotFoundAsync("such operation", Tabs.Operations);
        }

        var transactions = operation.Spending is null ? null
            : JsonSerializer.Deserialize<List<Transaction>>(operation.Spending, LabJson.Options);
        return await request.PageAsync<TransactionList>("Transactions", Tabs.Operations, ("Operation", operation),
            ("Transactions", transactions), ("Rates", await parts.Macs.Rules.RatesAsync()),
            ("Rule", await parts.Macs.Rules.FindAsync(operation.RulesetId) is { } row
                ? (await parts.Macs.Rules.AtAsync(row, operation.RequestedAt)).Spend : null));
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Rules;

/// <summary>The tab Rules.</summary>
internal static class RulePages
{
    public static void MapRules(this AdminGate gate, AdminParts parts)
    {
        var macs = parts.Macs;
        gate.Get("/admin/rules", AdminAction.SeeRules, async request =>
        {
            var locations = await macs.Locations.AllAsync();
            return await request.PageAsync<RuleList>(
                "Rules", Tabs.Rules, ("Query", request.Query),
                ("Rules", RuleFilter.Of(await macs.Rules.AllAsync(), request.Query, locations, parts.Clock.GetUtcNow())),
                ("Sorting", RuleFilter.SortingOf(request.Query)), ("Locations", locations));
        });
        gate.Get("/admin/rules/new", AdminAction.ManageRules,
            request => FormAsync(request, macs, null, RuleFormValues.Fresh(parts.Clock.GetUtcNow())));
        gate.Post("/admin/rules/new", AdminAction.ManageRules, request => AddAsync(request, macs));
        gate.Get("/admin/rules/{id:long}", AdminAction.SeeRules, request => DetailsAsync(request, macs));
        gate.Get("/admin/rules/{id:long}/edit", AdminAction.ManageRules, async request => await FindAsync(request, macs) is { } row
            ? await FormAsync(request, macs, row, RuleFormValues.Of(row.Ruleset))
            : await request.NotFoundAsync("such rule", Tabs.Rules));
        gate.Post("/admin/rules/{id:long}/edit", AdminAction.ManageRules, request => SaveAsync(request, macs));
        gate.Get("/admin/rules/{id:long}/delete", AdminAction.ManageRules, request => ConfirmAsync(request, macs));
        gate.Post("/admin/rules/{id:long}/delete", AdminAction.ManageRules,
            async request => await macs.RuleCommands.DeleteAsync(Id(request), request.User.Email)
            ? AdminRequest.Go("/admin/rules?notice=rule-deleted")
            : await request.NotFoundAsync("such rule", Tabs.Rules));
    }

    private static long Id(AdminRequest request) => long.Parse(request.Route("id"), CultureInfo.InvariantCulture);

    private static async Task<RulesetRow?> FindAsync(AdminRequest request, MacsServices macs) =>
        await macs.Rules.FindAsync(Id(request)) is { Deleted: 0 } row ? row : null;

    private static async Task<IResult> AddAsync(AdminRequest request, MacsServices macs)
    {
        if (request.Form["do"] == "add-ica")
        {
            return await FormAsync(request, macs, null, AnotherIca(request.Form));
        }

        var ruleset = new RuleForm(request.Form, await LocationIdsAsync(macs)).Read(0);
        return request.Form.IsValid
            ? AdminRequest.Go($"/admin/rules/{await macs.RuleCommands.SaveAsync(ruleset, request.User.Email)}?notice=rule-added")
            : await FormAsync(request, macs, null, request.Form);
    }

    private static async Task<IResult> SaveAsync(AdminRequest request, MacsServices macs)
    {
        if (await FindAsync(request, macs) is not { } row)
        {
            return await request.NotFoundAsync("such rule", Tabs.Rules);
        }

        if (request.Form["do"] == "add-ica")
        {
            return await FormAsync(request, macs, row, AnotherIca(request.Form), Version(request));
        }

        var known = await LocationIdsAsync(macs);
        known.UnionWith(row.Ruleset.Locations);
        var ruleset = new RuleForm(request.Form, known).Read(row.Id);
        if (!request.Form.IsValid)
        {
            return await FormAsync(request, macs, row, request.Form, Version(request));
        }

        var saved = await macs.RuleCommands.SaveAsync(ruleset, request.User.Email, Version(request));
        return saved.Id != 0 ? AdminRequest.Go($"/admin/rules/{row.Id}?notice=rule-saved")
            : await FormAsync(request, macs, saved.Other ?? row, request.Form, null, saved.Changes);
    }

    private static long Version(AdminRequest request) =>
        long.TryParse(request.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0;

    private static FormValues AnotherIca(FormValues form)
    {
        form.SetAll("ica", [.. form.All("ica"), ""]);
        form.SetAll("bins", [.. form.All("bins"), ""]);
        return form;
    }

    private static async Task<HashSet<string>> LocationIdsAsync(MacsServices macs) =>
        [.. (await macs.Locations.AllAsync()).Select(l => l.Id)];

    private static async Task<IReadOnlyDictionary<string, string>> LocationsAsync(MacsServices macs) =>
        (await macs.Locations.AllAsync()).ToDictionary(l => l.Id, l => l.Name, StringComparer.Ordinal);

    private static async Task<IResult> FormAsync(
        AdminRequest request, MacsServices macs, RulesetRow? row, FormValues typed, long? version = null,
        IReadOnlyList<RuleChangeRow>? conflict = null) =>
        await request.PageAsync<RuleEditor>(
            conflict is not null ? StatusCodes.Status409Conflict : typed.IsValid ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest,
            row is null ? "Add a rule" : row.Ruleset.Name, Tabs.Rules, ("Row", row), ("FormValues", typed),
            ("Version", version ?? row?.Version ?? 0),
            ("Conflict", conflict), ("Locations", await macs.Locations.AllAsync()));

    private static async Task<IResult> DetailsAsync(AdminRequest request, MacsServices macs) =>
        await FindAsync(request, macs) is not { } row
        ? await request.NotFoundAsync("such rule", Tabs.Rules)
        : await request.PageAsync<RulePage>(
            row.Ruleset.Name, Tabs.Rules, ("Row", row), ("Locations", await LocationsAsync(macs)),
            ("History", await macs.Rules.HistoryAsync(row.Id)));

    private static async Task<IResult> ConfirmAsync(AdminRequest request, MacsServices macs) =>
        await FindAsync(request, macs) is not { } row
        ? await request.NotFoundAsync("such rule", Tabs.Rules)
        : await request.PageAsync<ConfirmPage>(
            "Delete a rule", Tabs.Rules, ("Question", $"Delete the rule {row.Ruleset.Name}?"),
            ("Consequence", "From now on it lets nobody in. Operations that it decided still show it."),
            ("Back", $"/admin/rules/{row.Id}"));
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.AccessControl.Admin.Rights;

namespace PairingLab.AccessControl.Admin.Terms;

/// <summary>The tab Terms &amp; Conditions, and the consent at the first sign-in.</summary>
internal static class TermsPages
{
    public static void MapTerms(this AdminGate gate, AdminParts parts)
    {
        var desk = new TermsDocuments(parts.Database, parts.Clock);
        gate.Get("/admin/terms", AdminAction.SeeTerms, async request =>
        {
            var valid = (await desk.ValidAsync()).OfType<Storage.DocumentRow>().Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
            return await request.PageAsync<DocumentList>("Terms & Conditions", Tabs.Terms, ("Documents", await desk.AllAsync()),
                ("Valid", valid));
        });
        gate.Get("/admin/terms/new", AdminAction.ManageTerms, request => FormAsync(
            request, new() { ["day"] = parts.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }));
        gate.Post("/admin/terms/new", AdminAction.ManageTerms, request => AddAsync(request, desk));

        // Open to a user who has still to consent: nobody can consent to a text that they can't read.
        gate.Get("/admin/terms/{id}/file", null, request => FileAsync(request, desk));
        gate.Get(AdminGate.ConsentPage, null, request => ConsentPageAsync(request, desk));
        gate.Post(AdminGate.ConsentPage, null, request => ConsentAsync(request, desk));
    }

    private static Task<IResult> FormAsync(AdminRequest request, FormValues typed) => request.PageAsync<DocumentForm>(
        typed.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, "Add a document", Tabs.Terms, ("FormValues", typed));

    private static async Task<IResult> AddAsync(AdminRequest request, TermsDocuments desk)
    {
        var (kind, day) = (request.Form["kind"], request.Form["day"]);
        if (!DocumentKind.All.Any(k => k.Value == kind))
        {
            request.Form.Fail("kind", "Document must be Terms and Conditions or Privacy Policy.");
        }

        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            request.Form.Fail("day", "Date must be a date, as 2026-01-05.");
        }

        var file = await UploadedFile.ReadAsync(request.Files, request.Form, "file");
        if (!request.Form.IsValid)
        {
            return await FormAsync(request, request.Form);
        }

        await desk.AddAsync(new()
        {
            Kind = kind,
            Day = day,
            FileName = file!.Name,
            ContentType = file.Type,
            Content = Convert.ToBase64String(file.Content),
            AddedBy = request.User.Email,
        });
        return AdminRequest.Go("/admin/terms?notice=document-added");
    }

    private static async Task<IResult> FileAsync(AdminRequest request, TermsDocuments desk)
    {
        if (await desk.FindAsync(request.Route("id")) is not { } document)
        {
            return await request.NotFoundAsync("such document", Tabs.Terms);
        }

        var isText = document.ContentType.StartsWith("text/plain", StringComparison.Ordinal);
        request.Http.Response.Headers.ContentDisposition = $"{(isText ? "inline" : "attachment")}; filename=\"{document.FileName}\"";
        return Results.Bytes(Convert.FromBase64String(document.Content), document.ContentType);
    }

    private static async Task<IResult> ConsentPageAsync(AdminRequest request, TermsDocuments desk)
    {
        if (!request.Who!.MustConsent)
        {
            return AdminRequest.Go("/admin/");
        }

        var valid = await desk.ValidAsync();
        return await request.PageAsync<ConsentForm>(
            request.Form.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest, "Terms and Conditions", "",
            ("FormValues", request.Form), ("Terms", valid[0]), ("Privacy", valid[1]),
            ("IsAgain", await desk.HasConsentedAsync(request.User.Id)),
            ("Then", request.Form.Has("then") ? request.Form["then"] : request.Query["then"]));
    }

    private static async Task<IResult> ConsentAsync(AdminRequest request, TermsDocuments desk)
    {
        foreach (var field in new[] { "terms", "privacy" }.Where(f => !request.Form.Has(f)))
        {
            request.Form.Fail(field, "Consent to both documents is required to proceed with using the portal.");
        }

        if ((await desk.ValidAsync()).Any(d => d is null))
        {
            request.Form.Fail("", "Nobody can consent to what is not there: ask an Admin to add both documents.");
        }

        if (!request.Form.IsValid)
        {
            return await ConsentPageAsync(request, desk);
        }

        if (await desk.ConsentAsync(request.User.Id, request.Form.All("shown")))
        {
            return AdminRequest.Go(Address.Within(request.Form["then"]));
        }

        request.Form["terms"] = request.Form["privacy"] = "";
        request.Form.Fail("", "A newer version has become valid while you were reading: read it and accept it.");
        return await ConsentPageAsync(request, desk);
    }
}

using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Admin.Layout;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Admin;

/// <summary>
/// What a reader of the panel sees when a request could not be served. It is made without the database, which may be the cause.
/// </summary>
internal sealed class TroublePage(int status, string error, Branding branding, LabClock clock) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        SecurityHeaders.Set(httpContext);
        var (title, text) = status switch
        {
            StatusCodes.Status413PayloadTooLarge => ("Too large", "Nothing was saved. A file may have 5 MB at most."),
            StatusCodes.Status503ServiceUnavailable => (
                "MACS can't reach its data",
                "Its database does not answer, or its disk is full or broken. Nothing was saved. Try again in a moment; if it stays so, "
                + "the error output of the lab says more."),
            >= StatusCodes.Status500InternalServerError => ("MACS could not do this", $"Sorry: {error}."),
            _ => ("The request could not be read", $"Nothing was saved: {error}."),
        };
        var view = new View(title, "", null, "", new(httpContext.Request.Path.Value!, []), branding, null, clock.GetUtcNow());
        var page = await PageWriter.PageAsync<MessagePage>(
            view, new Dictionary<string, object?>(StringComparer.Ordinal) { ["Title"] = title, ["Text"] = text }, status);
        await page.ExecuteAsync(httpContext);
    }
}

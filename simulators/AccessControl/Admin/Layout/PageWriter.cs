using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PairingLab.AccessControl.Admin.Rights;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>What every part of a page can use: user, address, branding, time.</summary>
/// <param name="Title">The page's title.</param>
/// <param name="Tab">The tab it belongs to; empty for none.</param>
/// <param name="User">The signed-in user; null when nobody is signed in.</param>
/// <param name="Token">The token that forms carry (antiforgery).</param>
/// <param name="Address">The address.</param>
/// <param name="Branding">Name, logo and colours.</param>
/// <param name="Notice">A confirmation of what was just done; null without one.</param>
/// <param name="Now">Lab time.</param>
public sealed record View(string Title, string Tab, UserRow? User, string Token, Address Address, Branding Branding, string? Notice,
    DateTimeOffset Now)
{
    /// <summary>Whether the user may do an action.</summary>
    public bool May(AdminAction action) => User is not null && RoleRights.May(User.UserRole, action);
}

/// <summary>Renders pages on the server.</summary>
internal static class PageWriter
{
    // Letters of all scripts stay readable in the HTML.
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    public static async Task<IResult> PageAsync<TPage>(View view, IDictionary<string, object?> parameters, int status)
        where TPage : IComponent
    {
        // A renderer keeps what it has rendered, so each answer needs a new one.
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var frame = ParameterView.FromDictionary(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["View"] = view,
                ["Body"] = typeof(TPage),
                ["Parameters"] = parameters
            });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Frame>(frame)).ToHtmlString());
        return Results.Content("<!doctype html>\n" + html, "text/html; charset=utf-8", statusCode: status);
    }
}

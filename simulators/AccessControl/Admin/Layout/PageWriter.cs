using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>Draws a page on the server.</summary>
internal static class PageWriter
{
    // Letters of every script stay letters.
    private static readonly ServiceProvider Services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    public static async Task<IResult> PageAsync<TPage>(View view, IDictionary<string, object?> parameters, int status)
        where TPage : IComponent
    {
        // A renderer keeps what it has drawn, so each answer has its own.
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var frame = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = view, ["Body"] = typeof(TPage), ["Parameters"] = parameters });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Frame>(frame)).ToHtmlString());
        return Results.Content("<!doctype html>\n" + html, "text/html; charset=utf-8", statusCode: status);
    }
}

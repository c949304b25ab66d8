using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace PairingLab.Host.Pages;

/// <summary>Draws Razor components on the server and answers with what came of it.</summary>
internal static class PageWriter
{
    /// <summary>Pages load their own scripts and styles and nothing else, and show the pictures of forms; nobody may frame them.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Letters of every script stay letters.
    private static readonly ServiceProvider Services =
        new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>A whole page around a component.</summary>
    public static Task<IResult> PageAsync<TPage>(
        string title, LiveBoard board, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        FragmentAsync<PageFrame>(
            new()
            {
                ["Title"] = title,
                ["Style"] = board.Style,
                ["Start"] = board.Start,
                ["Body"] = typeof(TPage),
                ["Parameters"] = parameters,
            },
            status,
            "<!doctype html>\n");

    /// <summary>A component alone, to be put into a page that is open.</summary>
    public static async Task<IResult> FragmentAsync<TPart>(
        Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK, string before = "")
        where TPart : IComponent
    {
        // A renderer keeps what it has drawn, so each answer has its own.
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPart>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return new PageResult(before + html, status);
    }

    private sealed class PageResult(string html, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = "text/html; charset=utf-8";
            response.Headers.ContentSecurityPolicy = Policy;
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers["Referrer-Policy"] = "same-origin";
            response.Headers.CacheControl = "no-store";
            return response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}

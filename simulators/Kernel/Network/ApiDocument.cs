using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scalar.AspNetCore;

namespace PairingLab.Kernel.Network;

/// <summary>The OpenAPI document that is made from a system's endpoints.</summary>
public static class ApiDocument
{
    /// <summary>Adds the document.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="title">Whose API it is.</param>
    /// <param name="description">How its requests are sent and who may.</param>
    public static IServiceCollection AddApiDocument(this IServiceCollection services, string title, string description) =>
        services.AddOpenApi(document => document.AddDocumentTransformer((made, _, _) =>
        {
            (made.Info.Title, made.Info.Description) = (title, description);
            return Task.CompletedTask;
        }));

    /// <summary>What the file of every document is called.</summary>
    public const string File = "openapi.json";

    /// <summary>The page that shows a document, beside it: /gate/docs/ for /gate/openapi.json.</summary>
    public static string PageOf(string document) => $"{document[..^File.Length]}docs/";

    /// <summary>Serves the page that shows a document. Its script comes with the lab: it asks nothing of the internet.</summary>
    /// <param name="routes">Where the document is served.</param>
    /// <param name="title">What the browser's tab says.</param>
    /// <param name="document">The path of the document.</param>
    /// <param name="path">Where the page is; null for beside the document.</param>
    public static void MapApiPage(this IEndpointRouteBuilder routes, string title, string document = $"/{File}", string? path = null) =>
        routes.MapScalarApiReference(path ?? PageOf(document).TrimEnd('/'), page =>
        {
            page.WithTitle(title).WithOpenApiRoutePattern(document);

            // Fonts, an agent and tools of the maker's lead into the internet.
            page.DefaultFonts = false;
            page.DisableAgent();
            page.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        });
}

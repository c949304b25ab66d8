using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PairingLab.Host.Documents;

/// <summary>The pages of docs, as a lab serves them: the text as it stands in the repository.</summary>
public static class LabDocuments
{
    private const string Prefix = "docs/";

    private static readonly HashSet<string> Names =
    [
        .. typeof(LabDocuments).Assembly.GetManifestResourceNames()
            .Select(n => n.Replace('\\', '/'))
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..]),
    ];

    /// <summary>Where a page is served, "protocols/sci.md"; null when there is none.</summary>
    public static string? Find(string name) => Names.Contains(name) ? $"/{Prefix}{name}" : null;

    /// <summary>Serves them.</summary>
    public static void MapDocuments(this IEndpointRouteBuilder routes) => routes.MapGet("/docs/{**name}", (string name) =>
        Names.Contains(name)
            ? Results.Stream(Open(name), "text/plain; charset=utf-8")
            : Results.Text(
                $"There is no page '{name}'; there are: {string.Join(", ", Names.Order(StringComparer.Ordinal))}", statusCode: 404));

    private static Stream Open(string name)
    {
        var assembly = typeof(LabDocuments).Assembly;
        return assembly.GetManifestResourceStream(Prefix + name) ?? assembly.GetManifestResourceStream((Prefix + name).Replace('/', '\\'))!;
    }
}

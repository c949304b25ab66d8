using Microsoft.AspNetCore.Http;

namespace PairingLab.Sci.Api;

/// <summary>The OpenAPI document of the pairing service and the SCI API.</summary>
internal static class OpenApi
{
    private static readonly byte[] Document = Read();

    /// <summary>Answers with the document.</summary>
    public static Task WriteAsync(HttpContext http) => SciReply.WriteAsync(http, StatusCodes.Status200OK, Document);

    private static byte[] Read()
    {
        using var resource = typeof(OpenApi).Assembly.GetManifestResourceStream("sci.openapi.json")!;
        using var content = new MemoryStream();
        resource.CopyTo(content);
        return content.ToArray();
    }
}

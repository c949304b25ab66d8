using Microsoft.Extensions.DependencyInjection;

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
}

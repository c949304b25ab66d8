using System.Text.Json;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>Every OpenAPI document, and every operation in it, has a title and a description.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task Every_document_and_every_operation_has_a_title_and_a_description()
    {
        await using var site = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample);
        using var trusting = new SocketsHttpHandler { SslOptions = new() { RemoteCertificateValidationCallback = (_, _, _, _) => true } };
        using var http = new HttpClient(trusting);

        var documents = await ApiOperations.DocumentsAsync(http, site.Address);

        documents.Keys.Count(k => k.StartsWith("commander", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        documents.Count.ShouldBeGreaterThan(PairingSystems.BuiltIn.All.Count, "the lab's own, and those of gate and master");
        documents.SelectMany(d => Missing(d.Key, d.Value)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Missing(string name, JsonElement document)
    {
        var about = document.GetProperty("info");
        foreach (var text in new[] { "title", "description" }.Where(t => Text(about, t).Length == 0))
        {
            yield return $"{name}: {text}";
        }

        if (Text(about, "title").Contains(" | ", StringComparison.Ordinal))
        {
            yield return $"{name}: the title is an assembly's, '{Text(about, "title")}'";
        }

        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(o => o.Value.ValueKind == JsonValueKind.Object && o.Value.TryGetProperty("responses", out _))
            .Select(o => (Name: $"{name}: {o.Name.ToUpperInvariant()} {path.Name}", o.Value))).ToList();
        if (operations.Count == 0)
        {
            yield return $"{name}: no operation";
        }

        foreach (var (operation, value) in operations)
        {
            foreach (var text in new[] { "summary", "description" }.Where(t => Text(value, t).Length == 0))
            {
                yield return $"{operation}: {text}";
            }
        }

        foreach (var same in operations.GroupBy(o => Text(o.Value, "summary"), StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return $"{string.Join(", ", same.Select(o => o.Name))}: the same title, '{same.Key}'";
        }
    }

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var text) ? text.GetString()?.Trim() ?? "" : "";
}

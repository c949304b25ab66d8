using System.Text.Json;

namespace PairingLab.Sci.Tests.Api;

/// <summary>An HTTP answer.</summary>
internal sealed record Answer(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    /// <summary>Status and error code, "404 pairing_not_found"; fails when the envelope is not exactly the page's.</summary>
    public string Error
    {
        get
        {
            Json.EnumerateObject().Select(p => p.Name).ShouldBe(["error"], Body);
            var error = Json.GetProperty("error");
            error.EnumerateObject().Select(p => p.Name).ShouldBe(["code", "message"], Body);
            error.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
            return $"{Status} {error.GetProperty("code").GetString()}";
        }
    }

    public string Message => Json.GetProperty("error").GetProperty("message").GetString()!;
}

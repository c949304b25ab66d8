using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PairingLab.Reports.Html;

/// <summary>Lays JSON bodies out over lines; anything else stays as it is.</summary>
internal static class PrettyBody
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(string body)
    {
        if (body.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return body;
        }

        try
        {
            return JsonNode.Parse(body)!.ToJsonString(Indented);
        }
        catch (JsonException)
        {
            return body;
        }
    }
}

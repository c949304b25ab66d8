using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairingLab.Drivers.Certification;

/// <summary>Reads POS descriptions.</summary>
public static class PosDescriptionFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly PosPart[] Needed = [PosPart.PairingSection, PosPart.Code, PosPart.Pair];

    /// <summary>Reads one.</summary>
    /// <exception cref="PosDescriptionException">It is not there, or wrong.</exception>
    public static PosDescription Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path), new() { CommentHandling = JsonCommentHandling.Skip });
            var members = json.RootElement.EnumerateObject().Where(m => m.Name != "$schema").ToDictionary(m => m.Name, m => m.Value);
            return Checked(path, JsonSerializer.SerializeToElement(members).Deserialize<PosDescription>(Options)!);
        }
        catch (JsonException e)
        {
            throw new PosDescriptionException($"{path}: {Plain(e)}; pos.schema.json beside the lab's own descriptions says what there is", e);
        }
        catch (InvalidOperationException e)
        {
            throw new PosDescriptionException($"{path}: a description is a JSON object, such as lab-config/certify/second-pos.json", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PosDescriptionException($"{path}: {e.Message}", e);
        }
    }

    private static PosDescription Checked(string path, PosDescription read)
    {
        foreach (var (part, finder) in read.Parts)
        {
            var ways = new[] { finder.Label, finder.Role, finder.Text, finder.TestId }.Count(w => !string.IsNullOrEmpty(w));
            if (ways != 1 || (finder.Role is null) != (finder.Name is null))
            {
                throw new PosDescriptionException($"{path}: parts.{Word(part)}: give one of label, text, testId, or role together with name");
            }
        }

        if (read.Is != PosWay.Operator && Needed.FirstOrDefault(p => !read.Parts.ContainsKey(p)) is var missing && !read.Parts.ContainsKey(missing))
        {
            throw new PosDescriptionException($"{path}: parts.{Word(missing)} is missing: without it no POS can be worked");
        }

        return string.IsNullOrWhiteSpace(read.Texts.Success) ? throw new PosDescriptionException($"{path}: texts.success is missing: the success message of the POS")
            : read.Is == PosWay.Files && read.Page is null ? throw new PosDescriptionException($"{path}: page is missing: the page's file, relative to this one")
            : read.PatienceSeconds is <= 0 or > 120 ? throw new PosDescriptionException($"{path}: patienceSeconds must be above 0 and at most 120")
            : read;
    }

    private static string Word(PosPart part) => JsonNamingPolicy.CamelCase.ConvertName(part.ToString());

    private static string Plain(JsonException e) => e.Message.Split(" Path: ")[0].Replace("PairingLab.Drivers.Certification.", "", StringComparison.Ordinal).TrimEnd('.')
        + (e.Path is { Length: > 2 } place ? $" (at {place})" : "");
}

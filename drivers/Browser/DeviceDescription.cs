using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairingLab.Drivers.Browser;

/// <summary>
/// Where a real device's page has what scenarios speak of, for pages that do not keep to the lab's own contract. Names are those of
/// the scenarios; places are the page's.
/// </summary>
public sealed record DeviceDescription
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>For people and editors.</summary>
    [JsonPropertyName("$comment")]
    public string? Comment { get; init; }

    /// <summary>The frame that holds the panel, as a CSS selector; null for the page itself. Shadow roots need nothing.</summary>
    public string? Frame { get; init; }

    /// <summary>The title.</summary>
    public PlaceOnPage? Title { get; init; }

    /// <summary>Titles of the page, and what scenarios call them.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();

    /// <summary>The texts, in reading order.</summary>
    public IReadOnlyList<PlaceOnPage> Texts { get; init; } = [];

    /// <summary>The buttons, by the name that scenarios give them.</summary>
    public IReadOnlyDictionary<string, PlaceOnPage> Buttons { get; init; } = new Dictionary<string, PlaceOnPage>();

    /// <summary>The fields, by the name that scenarios give them.</summary>
    public IReadOnlyDictionary<string, PlaceOnPage> Fields { get; init; } = new Dictionary<string, PlaceOnPage>();

    /// <summary>Reads one. Throws <see cref="InvalidDataException"/> with the file, the place in it, and what would be right.</summary>
    public static DeviceDescription Read(string path)
    {
        try
        {
            var read = JsonSerializer.Deserialize<DeviceDescription>(File.ReadAllBytes(path), Json)
                ?? throw new InvalidDataException($"{path}: it says null");
            foreach (var (name, place) in read.Named())
            {
                if (place.Count != 1)
                {
                    throw new InvalidDataException($"{path}: {name}: needs one of role (with name), label, text, testId and css");
                }
            }

            return read;
        }
        catch (JsonException e)
        {
            var line = e.LineNumber is { } number ? $":{number + 1}" : "";
            throw new InvalidDataException($"{path}{line}: {e.Path}: {e.Message.Split(" Path:")[0]}", e);
        }
    }

    private IEnumerable<(string Name, PlaceOnPage Place)> Named() =>
    [
        .. Title is null ? [] : new[] { ("title", Title) },
        .. Texts.Select((t, i) => ($"texts[{i}]", t)),
        .. Buttons.Select(b => ($"buttons.{b.Key}", b.Value)),
        .. Fields.Select(f => ($"fields.{f.Key}", f.Value)),
    ];
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairingLab.Host.Packs;

/// <summary>What a pack says of itself: the file manifest.json in it, which is signed.</summary>
/// <param name="What">What it is, in a line.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Tool">The program that made it, with its version.</param>
/// <param name="Files">Every other file, by its path in the pack, with the SHA-256 sum of its bytes in hexadecimal.</param>
internal sealed record PackManifest(string What, DateTimeOffset Made, string Tool, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>Its name in a pack.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The name of its signature: CMS, detached, DER.</summary>
    public const string SignatureName = "manifest.p7s";

    /// <summary>As it stands in the pack.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, PackJson.Readable.PackManifest);

    /// <summary>Reads one.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static PackManifest Read(byte[] bytes) =>
        JsonSerializer.Deserialize(bytes, PackJson.Readable.PackManifest) is { What: not null, Tool: not null, Files: not null } read
            ? read
            : throw new JsonException("what, made, tool and files are needed");
}

/// <summary>How a manifest is written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(PackManifest))]
internal sealed partial class PackJson : JsonSerializerContext
{
    /// <summary>People read it: letters stay as they are.</summary>
    public static PackJson Readable => field ??= new(new JsonSerializerOptions(Default.Options!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

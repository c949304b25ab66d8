using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PairingLab.Reports.Evidence;

/// <summary>Masks what stands under a secret's name in JSON and leaves every other character as it was sent.</summary>
internal static partial class JsonMask
{
    private const string Masked = $"\"{SecretMask.Mask}\"";

    public static string Apply(string json)
    {
        try
        {
            return MaskValues(json);
        }
        catch (JsonException)
        {
            // Cut off or not JSON after all: what looks like a pair is still masked.
            return Pair().Replace(json, p => SecretNames.Contains(p.Groups["name"].Value) ? p.Groups["head"].Value + Masked : p.Value);
        }
    }

    private static string MaskValues(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        using var masked = new MemoryStream(bytes.Length);
        var copied = 0;
        var secretDepth = int.MaxValue;
        while (reader.Read())
        {
            if (reader.CurrentDepth <= secretDepth && reader.TokenType is JsonTokenType.PropertyName)
            {
                secretDepth = SecretNames.Contains(reader.GetString()!) ? reader.CurrentDepth : int.MaxValue;
            }
            else if (reader.CurrentDepth < secretDepth)
            {
                secretDepth = int.MaxValue;
            }
            else if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
            {
                masked.Write(bytes.AsSpan(copied, (int)reader.TokenStartIndex - copied));
                masked.Write(Encoding.UTF8.GetBytes(Masked));
                copied = (int)reader.BytesConsumed;
            }
        }

        masked.Write(bytes.AsSpan(copied));
        return Encoding.UTF8.GetString(masked.ToArray());
    }

    [GeneratedRegex("""(?<head>"(?<name>[^"\\]+)"\s*:\s*)("(?:[^"\\]|\\.)*("|$)|[-+\w.]+)""")]
    private static partial Regex Pair();
}

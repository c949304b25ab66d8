using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairingLab.AccessControl.Devices;

/// <summary>
/// Hashes of whitelisted card numbers (HMAC-SHA-256), in order and one behind the other: a million of them are 32 MB, and one is found
/// in twenty steps. It never changes.
/// </summary>
[JsonConverter(typeof(HashListJson))]
public sealed class HashList
{
    /// <summary>Bytes of a hash.</summary>
    public const int Size = 32;

    private readonly byte[] hashes;

    private HashList(byte[] hashes) => this.hashes = hashes;

    /// <summary>None.</summary>
    public static HashList Empty { get; } = new([]);

    /// <summary>How many.</summary>
    public int Count => hashes.Length / Size;

    /// <summary>All of them, in order.</summary>
    public ReadOnlySpan<byte> Bytes => hashes;

    /// <summary>Of hashes in hex, in any order.</summary>
    /// <exception cref="FormatException">One is not a hash.</exception>
    public static HashList Of(IReadOnlyList<string> hex)
    {
        var sorted = hex.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        Array.Sort(sorted, StringComparer.OrdinalIgnoreCase);
        var bytes = new byte[sorted.Length * Size];
        for (var i = 0; i < sorted.Length; i++)
        {
            Write(sorted[i], bytes.AsSpan(i * Size, Size));
        }

        return new(bytes);
    }

    /// <summary>Of the bytes of such a list.</summary>
    /// <exception cref="FormatException">They are not hashes.</exception>
    public static HashList Of(byte[] bytes) => bytes.Length % Size == 0
        ? new(bytes)
        : throw new FormatException($"a list of hashes has {Size} bytes for each, not {bytes.Length} bytes");

    /// <summary>Whether it is a hash in hex.</summary>
    public static bool IsHash(string? hex) => hex is { Length: 2 * Size } && hex.All(char.IsAsciiHexDigit);

    /// <summary>Whether a hash is among them.</summary>
    public bool Contains(string hex)
    {
        Span<byte> wanted = stackalloc byte[Size];
        Write(hex, wanted);
        for (var (low, high) = (0, Count - 1); low <= high;)
        {
            var middle = (low + high) / 2;
            var order = hashes.AsSpan(middle * Size, Size).SequenceCompareTo(wanted);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    private static void Write(string hex, Span<byte> bytes)
    {
        if (hex.Length != 2 * Size || Convert.FromHexString(hex, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            throw new FormatException($"'{hex}' is not a hash: {2 * Size} hex digits");
        }
    }
}

/// <summary>A list of hashes on a device's disk: base64.</summary>
internal sealed class HashListJson : JsonConverter<HashList>
{
    public override HashList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        HashList.Of(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, HashList value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.Bytes);
}

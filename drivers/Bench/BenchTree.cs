using System.Text;
using System.Text.Json;

namespace PairingLab.Drivers.Bench;

/// <summary>Reads JSON into nodes that know their places.</summary>
internal ref struct BenchTree
{
    private readonly string file;
    private readonly ReadOnlySpan<byte> text;
    private Utf8JsonReader reader;

    private BenchTree(string file, ReadOnlySpan<byte> text)
    {
        this.file = file;
        this.text = text;
        reader = new Utf8JsonReader(text);
    }

    /// <summary>The whole file's node; throws <see cref="BenchFileException"/> when it is not JSON.</summary>
    public static BenchNode Read(string file, ReadOnlySpan<byte> text)
    {
        var tree = new BenchTree(file, text);
        try
        {
            return tree.Whole();
        }
        catch (JsonException e)
        {
            throw tree.NotJson(e);
        }
        catch (InvalidOperationException)
        {
            throw tree.Here("").Mistake("not JSON: this string is not Unicode text");
        }
    }

    private BenchNode Whole()
    {
        reader.Read();
        var whole = Node("");
        reader.Read();
        return whole;
    }

    private BenchNode Node(string path)
    {
        var place = Here(path);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => new(JsonValueKind.Object, "", place, Properties(path)),
            JsonTokenType.StartArray => new(JsonValueKind.Array, "", place, Items(path)),
            JsonTokenType.String => new(JsonValueKind.String, BenchEnvironment.Fill(reader.GetString()!, place), place, []),
            JsonTokenType.Number => new(JsonValueKind.Number, Written(), place, []),
            JsonTokenType.True => new(JsonValueKind.True, "true", place, []),
            JsonTokenType.False => new(JsonValueKind.False, "false", place, []),
            _ => new(JsonValueKind.Null, "null", place, []),
        };
    }

    private List<BenchProperty> Properties(string path)
    {
        var properties = new List<BenchProperty>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            var place = Here(inner);
            reader.Read();
            properties.Add(new BenchProperty(name, place, Node(inner)));
        }

        return properties;
    }

    private List<BenchProperty> Items(string path)
    {
        var items = new List<BenchProperty>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var inner = $"{path}[{items.Count}]";
            items.Add(new BenchProperty("", Here(inner), Node(inner)));
        }

        return items;
    }

    private readonly string Written() => Encoding.UTF8.GetString(reader.ValueSpan);

    private readonly BenchPlace Here(string path) => At(path, (int)reader.TokenStartIndex);

    private readonly BenchFileException NotJson(JsonException e)
    {
        var index = Math.Min(LineStart((int)(e.LineNumber ?? 0)) + (int)(e.BytePositionInLine ?? 0), text.Length);
        return At("", index).Mistake($"not JSON: {Words(e, index)}");
    }

    private readonly string Words(JsonException e, int index)
    {
        if (text.Trim(" \t\r\n"u8).IsEmpty)
        {
            return "the file is empty";
        }

        if (index < text.Length && text[index] == (byte)'/')
        {
            return "comments are not JSON: use \"$comment\"";
        }

        // The reader's own words are good; it only repeats the position behind them, and may quote half the file.
        var words = e.Message.Split(" LineNumber:")[0].TrimEnd('.');
        return words.Length > 150 ? words[..150] + "…" : words;
    }

    private readonly int LineStart(int line)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            start += text[start..].IndexOf((byte)'\n') + 1;
        }

        return start;
    }

    private readonly BenchPlace At(string path, int index)
    {
        var before = text[..index];
        var line = before.LastIndexOf((byte)'\n') + 1;
        return new BenchPlace(file, path, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[line..]) + 1);
    }
}

/// <summary>A value of a bench file that knows its place, which System.Text.Json's documents don't.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Text">A string's text, or any other value as written.</param>
/// <param name="Place">Where it begins.</param>
/// <param name="Children">An object's properties, or an array's items (named by nothing).</param>
internal sealed record BenchNode(JsonValueKind Type, string Text, BenchPlace Place, IReadOnlyList<BenchProperty> Children)
{
    /// <summary>Where the value of a property stands, which must be there.</summary>
    public BenchPlace PlaceOf(string name) => Children.First(c => c.Name == name).Value.Place;
}

/// <summary>A property of an object, and where its name stands.</summary>
internal sealed record BenchProperty(string Name, BenchPlace Place, BenchNode Value);

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PairingLab.Drivers.Words;

namespace PairingLab.Drivers.Bench;

/// <summary>Reads single values; every mistake says what would be right.</summary>
internal static partial class BenchValue
{
    private static readonly int[] Bauds = [300, 600, 1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200];

    public static BenchNode OfType(BenchNode node, JsonValueKind type) =>
        node.Type == type ? node : throw node.Place.Mistake($"must be {Name(type)}, not {Name(node.Type)}");

    public static string Text(BenchNode node) =>
        OfType(node, JsonValueKind.String).Text is { Length: > 0 } text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw node.Place.Mistake("must not be empty");

    public static string Scalar(BenchNode node) =>
        node.Type is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
            ? node.Text
            : throw node.Place.Mistake($"must be a string, a number, true or false, not {Name(node.Type)}");

    public static string OneOf(BenchNode node, IReadOnlyList<string> words)
    {
        var text = OfType(node, JsonValueKind.String).Text;
        return words.Contains(text)
            ? text
            : throw node.Place.Mistake($"unknown '{text}'{DidYouMean.Hint(text, words)}; must be one of: {string.Join(", ", words)}");
    }

    public static T OneOf<T>(BenchNode node)
        where T : struct, Enum =>
        Enum.Parse<T>(OneOf(node, [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())]), ignoreCase: true);

    public static string Id(BenchNode node) => Shaped(
        node, IdShape(), "must be small letters, digits and '-', begin with a letter, and be no longer than 40, such as \"pos-1\"");

    public static string Line(BenchNode node) => Shaped(
        node, LineShape(), "must be a path (\"/dev/ttyUSB0\"), a COM port (\"COM3\"), \"tcp://host:port\" or \"rfc2217://host:port\"");

    public static Uri Page(BenchNode node) =>
        Uri.TryCreate(Shaped(node, PageShape(), PageRule), UriKind.Absolute, out var page) ? page : throw node.Place.Mistake(PageRule);

    public static TimeSpan Span(BenchNode node) => TimeSpan.ParseExact(
        Shaped(node, SpanShape(), "must be a time above zero as hh:mm:ss or d.hh:mm:ss, such as \"00:00:15\""),
        ["hh\\:mm\\:ss", "d\\.hh\\:mm\\:ss"],
        CultureInfo.InvariantCulture);

    public static int Baud(BenchNode node) =>
        Bauds.FirstOrDefault(b => OfType(node, JsonValueKind.Number).Text == b.ToString(CultureInfo.InvariantCulture)) is > 0 and var baud
            ? baud
            : throw node.Place.Mistake($"unknown baud {node.Text}; must be one of: {string.Join(", ", Bauds)}");

    private const string PageRule = "must be the address of a web page, such as \"https://192.168.31.11/config\"";

    private static string Shaped(BenchNode node, Regex shape, string rule)
    {
        var text = OfType(node, JsonValueKind.String).Text;
        return shape.IsMatch(text) ? text : throw node.Place.Mistake($"'{text}' is wrong: {rule}");
    }

    private static string Name(JsonValueKind type) => type switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    // These shapes stand in bench.schema.json too, letter for letter ($ there is \z here).
    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,39}\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdShape();

    [GeneratedRegex(
        @"^(/[^\s]+|COM[1-9][0-9]{0,2}|(tcp|rfc2217)://([^\s:/\[\]]+|\[[0-9a-fA-F:]+\]):"
        + @"([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))\z",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex LineShape();

    [GeneratedRegex(@"^https?://[^\s/:]+(:[0-9]{1,5})?(/[^\s]*)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PageShape();

    [GeneratedRegex(@"^(?!(0+\.)?00:00:00\z)([0-9]{1,3}\.)?([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpanShape();
}

using System.Text;

namespace PairingLab.Drivers.Bench;

/// <summary>Reads bench files.</summary>
public static class BenchFile
{
    private const string Schema = "bench.schema.json";

    /// <summary>
    /// Reads one with devices of these kinds; throws <see cref="BenchFileException"/> at the first mistake, in reading order.
    /// </summary>
    public static Bench Read(string path, BenchKinds kinds) => new BenchReading(BenchTree.Read(path, Text(path)), kinds).Read();

    internal static byte[] Text(string path)
    {
        if (!File.Exists(path))
        {
            throw new BenchFileException($"{path}: no such bench file; {There(path)}");
        }

        try
        {
            // JSON has no byte order mark, but editors on Windows write one.
            var text = File.ReadAllBytes(path).AsSpan();
            return (text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text).ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BenchFileException($"{path}: can't be read: {e.Message}");
        }
    }

    private static string There(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
        {
            return $"nor is there a folder {folder}";
        }

        var files = Directory.GetFiles(folder, "*.json")
            .Select(f => Path.GetFileName(f)).Where(f => f != Schema).Order(StringComparer.Ordinal);
        return files.Any() ? $"there are: {string.Join(", ", files)}" : "there is none in its folder";
    }
}

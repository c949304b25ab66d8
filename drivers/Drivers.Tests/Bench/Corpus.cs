using PairingLab.Drivers.Bench;

namespace PairingLab.Drivers.Tests.Bench;

/// <summary>Good and bad bench files; "beyond-schema" holds those that are bad in a way no schema can say.</summary>
internal static class Corpus
{
    private static readonly string Folder = Path.Combine(House.Tests, "Bench", "corpus");

    public static IEnumerable<string> Files(string sort) =>
        Directory.GetFiles(Path.Combine(Folder, sort), "*.json").Order(StringComparer.Ordinal);

    /// <summary>The message of each bad file, as expected.txt has it: from the corpus folder on, with '/'.</summary>
    public static string[] Messages() => [.. Files("bad").Concat(Files("beyond-schema")).Select(Message)];

    public static string[] Expected() => File.ReadAllLines(Path.Combine(Folder, "expected.txt"));

    private static string Message(string file)
    {
        var message = Should.Throw<BenchFileException>(() => BenchFile.Read(file), file).Message;
        var place = Path.GetRelativePath(Folder, file).Replace('\\', '/');
        return place + message[file.Length..];
    }
}

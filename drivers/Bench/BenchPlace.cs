namespace PairingLab.Drivers.Bench;

/// <summary>A place in a bench file.</summary>
/// <param name="File">The file as it was asked for.</param>
/// <param name="Path">The way to the value, such as <c>devices[2].kind</c>; empty for the whole file.</param>
/// <param name="Line">1 is the first line.</param>
/// <param name="Column">1 is the first character of the line.</param>
public sealed record BenchPlace(string File, string Path, int Line, int Column)
{
    /// <summary>A mistake at this place; <paramref name="what"/> says what is wrong and what would be right.</summary>
    public BenchFileException Mistake(string what) =>
        new(Path.Length == 0 ? $"{File}:{Line}:{Column}: {what}" : $"{File}:{Line}:{Column}: {Path}: {what}");
}

/// <summary>A bench file is wrong; the message is one line: the file, the place in it, and what would be right.</summary>
public sealed class BenchFileException(string message) : Exception(OneLine(message))
{
    // A message may quote the file, and a quote may hold line ends.
    private static string OneLine(string message) =>
        string.Concat(message.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
}

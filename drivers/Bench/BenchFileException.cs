namespace PairingLab.Drivers.Bench;

/// <summary>A bench file is wrong; the message is one line: the file, the place in it, and what would be right.</summary>
public sealed class BenchFileException(string message) : Exception(OneLine(message))
{
    // A message may quote the file, and a quote may hold line ends.
    private static string OneLine(string message) =>
        string.Concat(message.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
}

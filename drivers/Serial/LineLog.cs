using System.Globalization;
using System.Text;

namespace PairingLab.Drivers.Serial;

/// <summary>
/// Everything that came over a line, with its times, in a file that grows: a row for each piece, in hex and as text. Rows that
/// begin with # tell when the line was lost and came back.
/// </summary>
public sealed class LineLog : IDisposable
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
    private const int TextColumn = 3 * 24;

    private readonly Lock gate = new();
    private readonly StreamWriter file;
    private readonly TimeProvider clock;

    /// <summary>Begins one; the folder is made.</summary>
    public LineLog(string path, TimeProvider clock)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        this.clock = clock;
        file = new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Bytes that came.</summary>
    public void Received(ReadOnlySpan<byte> bytes)
    {
        var hex = Convert.ToHexString(bytes);
        var row = new StringBuilder(Now()).Append("  ");
        for (var i = 0; i < hex.Length; i += 2)
        {
            row.Append(hex, i, 2).Append(' ');
        }

        var start = Moment.Length - 4 + 2; // without the quotes, which stand around T and Z
        row.Append(' ', Math.Max(1, start + TextColumn - row.Length)).Append('|');
        foreach (var b in bytes)
        {
            row.Append(b is >= 0x20 and < 0x7F ? (char)b : '.');
        }

        Write(row.Append('|').ToString());
    }

    /// <summary>Something that happened to the line.</summary>
    public void Note(string what) => Write($"# {Now()}  {what}");

    /// <inheritdoc />
    public void Dispose()
    {
        lock (gate)
        {
            file.Dispose();
        }
    }

    /// <summary>The pieces of a log, with their times.</summary>
    public static IEnumerable<(DateTimeOffset At, byte[] Bytes)> Read(string path)
    {
        foreach (var row in File.ReadLines(path).Where(r => r.Length > 0 && r[0] != '#'))
        {
            var parts = row.Split("  ", 2);
            var end = parts.Length == 2 ? parts[1].IndexOf('|', StringComparison.Ordinal) : -1;
            if (end < 0 || !DateTimeOffset.TryParseExact(
                parts[0], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            {
                throw new InvalidDataException($"{path} is not a log of a line: '{row[..Math.Min(row.Length, 60)]}'");
            }

            yield return (at, Convert.FromHexString(parts[1][..end].Replace(" ", "", StringComparison.Ordinal)));
        }
    }

    private string Now() => clock.GetUtcNow().UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    private void Write(string row)
    {
        lock (gate)
        {
            file.WriteLine(row);
        }
    }
}

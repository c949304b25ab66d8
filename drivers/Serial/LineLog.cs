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
        : this(Open(path), clock)
    {
    }

    /// <summary>Begins one anywhere else; the stream is closed with it.</summary>
    public LineLog(Stream stream, TimeProvider clock)
    {
        this.clock = clock;
        file = new(stream) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Bytes that came.</summary>
    public void Received(ReadOnlySpan<byte> bytes) => Write(Row(clock.GetUtcNow(), bytes));

    private static string Row(DateTimeOffset at, ReadOnlySpan<byte> bytes)
    {
        var hex = Convert.ToHexString(bytes);
        var row = new StringBuilder(Written(at)).Append("  ");
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

        return row.Append('|').ToString();
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
    public static IEnumerable<(DateTimeOffset At, byte[] Bytes)> Read(string path) => Read(File.ReadLines(path), path);

    /// <summary>A log without the OTP that its display showed, see <see cref="LineMask"/>; notes stay where they were.</summary>
    /// <param name="rows">The rows of the log.</param>
    /// <param name="name">What an error calls it.</param>
    public static IEnumerable<string> Masked(IReadOnlyList<string> rows, string name)
    {
        var masked = new Queue<(DateTimeOffset At, byte[] Bytes)>(LineMask.Of([.. Read(rows, name)]));
        foreach (var row in rows.Where(r => r.Length > 0))
        {
            if (row[0] == '#')
            {
                yield return row;
            }
            else
            {
                var (at, bytes) = masked.Dequeue();
                yield return Row(at, bytes);
            }
        }
    }

    private static IEnumerable<(DateTimeOffset At, byte[] Bytes)> Read(IEnumerable<string> rows, string path)
    {
        foreach (var row in rows.Where(r => r.Length > 0 && r[0] != '#'))
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

    private static FileStream Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
    }

    private string Now() => Written(clock.GetUtcNow());

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    private void Write(string row)
    {
        lock (gate)
        {
            file.WriteLine(row);
        }
    }
}

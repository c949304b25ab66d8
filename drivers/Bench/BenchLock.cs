using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PairingLab.Drivers.Bench;

/// <summary>
/// Keeps two runs off one bench: its file, and each line and page of it, are taken together or not at all. The lock ends with its
/// process, however that ends; a file beside it says who holds it.
/// </summary>
public sealed class BenchLock : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly List<(FileStream Held, string Note)> held = [];

    private BenchLock()
    {
    }

    /// <summary>Takes a bench; null with the holder's words when somebody else has it or a part of it.</summary>
    /// <param name="bench">The bench.</param>
    /// <param name="file">Its file.</param>
    /// <param name="command">What takes it, for others to read.</param>
    /// <param name="holder">Who has it, when it can't be taken.</param>
    public static BenchLock? TryTake(Bench bench, string file, string command, out BenchHolder? holder)
    {
        var taken = new BenchLock();
        foreach (var part in PartsOf(bench, file))
        {
            if ((holder = taken.Take(part, command)) is not null)
            {
                taken.Dispose();
                return null;
            }
        }

        holder = null;
        return taken;
    }

    /// <summary>Waits until the bench is free, and takes it; <paramref name="told"/> hears who has it, once for each.</summary>
    public static async Task<BenchLock> TakeAsync(
        Bench bench, string file, string command, Action<BenchHolder> told, CancellationToken cancel)
    {
        BenchHolder? last = null;
        while (true)
        {
            if (TryTake(bench, file, command, out var holder) is { } taken)
            {
                return taken;
            }

            if (holder != last)
            {
                told(last = holder!);
            }

            await Task.Delay(Look, TimeProvider.System, cancel);
        }
    }

    /// <summary>Who has a bench or a part of it; null when it is free.</summary>
    public static BenchHolder? HolderOf(Bench bench, string file)
    {
        using var tried = TryTake(bench, file, "", out var holder);
        return holder;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var (stream, note) in held)
        {
            File.Delete(note);

            // The locked file stays: another run may hold the very file that would be deleted.
            stream.Dispose();
        }

        held.Clear();
    }

    private static IEnumerable<string> PartsOf(Bench bench, string file) => bench.Devices
        .Select(d => d.Line is { } line ? $"line {DeviceOf(line)}" : d.Page is { } page ? $"page {page}" : null)
        .OfType<string>()
        .Append($"bench {Path.GetFullPath(file)}")
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static string DeviceOf(string line) => line.StartsWith('/') ? Serial.PortLock.DeviceOf(line) : line;

    private BenchHolder? Take(string part, string command)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part)))[..16];
        var path = Path.Combine(Path.GetTempPath(), $"pairinglab-bench-{hash}");
        try
        {
            var stream = new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            held.Add((stream, $"{path}.txt"));
            if (command.Length > 0)
            {
                Share($"{path}.lock");
                File.WriteAllLines(
                    $"{path}.txt",
                    [Environment.UserName, TimeProvider.System.GetLocalNow().ToString("O", CultureInfo.InvariantCulture), command, part]);
                Share($"{path}.txt");
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return BenchHolder.Read($"{path}.txt", part);
        }
    }

    // Other users of this machine take the same bench.
    private static void Share(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b110_110_110);
        }
    }
}

/// <summary>Who has a bench.</summary>
/// <param name="Who">The user.</param>
/// <param name="Since">Since when.</param>
/// <param name="Command">What for.</param>
/// <param name="Part">Which part of it: its file, a line, a page.</param>
public sealed record BenchHolder(string Who, DateTimeOffset? Since, string Command, string Part)
{
    /// <inheritdoc />
    public override string ToString() => Since is { } since
        ? FormattableString.Invariant($"{Part} is taken by {Who} since {since.ToLocalTime():yyyy-MM-dd HH:mm:ss}: {Command}")
        : $"{Part} is taken by {Who}";

    internal static BenchHolder Read(string note, string part)
    {
        try
        {
            return File.ReadAllLines(note) is [var who, var since, var command, ..]
                && DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, out var at)
                ? new(who, at, command, part)
                : new("another program", null, "", part);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new("another program", null, "", part);
        }
    }
}

using System.Text.Json;
using PairingLab.Kernel.Store;
using PairingLab.Wire;

namespace PairingLab.Host.Site;

/// <summary>Something that somebody did to the lab. It has no query and no body: a secret may stand there.</summary>
/// <param name="Time">The time of the lab.</param>
/// <param name="Request">The id of the request, by which the error output names it too.</param>
/// <param name="Who">By what the lab knew who asked; one of <see cref="AuditTrail"/>'s.</param>
/// <param name="From">The address that it came from.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Status">The HTTP status of the answer: what came of it.</param>
public sealed record AuditEntry(
    DateTimeOffset Time, string Request, string Who, string From, string Method, string Path, int Status);

/// <summary>
/// Who did what to a lab, one line of JSON each: in a file of the data folder that only this user reads, and an older one beside it.
/// </summary>
public sealed class AuditTrail
{
    /// <summary>A program that sent the token.</summary>
    public const string Token = "token";

    /// <summary>A browser that was signed in with the token.</summary>
    public const string Session = "session";

    /// <summary>Anybody on this machine: the lab has no token.</summary>
    public const string Loopback = "loopback";

    /// <summary>So many are shown.</summary>
    public const int Shown = 1_000;

    private const string FileName = "audit.jsonl";
    private const string OldFileName = "audit-old.jsonl";

    private readonly Lock gate = new();
    private readonly Queue<AuditEntry> last = new();
    private readonly string? file;
    private readonly long longest;
    private bool fails;

    /// <summary>Goes on with what a data folder has.</summary>
    /// <param name="folder">The data folder; null keeps the last ones in memory.</param>
    /// <param name="longest">How long the file gets, in bytes, before it is the older one.</param>
    public AuditTrail(string? folder, long longest = 4 * 1024 * 1024)
    {
        this.longest = longest;
        if (folder is null)
        {
            return;
        }

        file = Path.Combine(folder, FileName);
        var lines = Lines(file);
        if (lines is [.., var end] && Read(end) is null)
        {
            PrivateFiles.Append(file, "\n"); // a kill has cut it off: the next line is one of its own
        }

        foreach (var line in Lines(Path.Combine(folder, OldFileName)).Concat(lines).TakeLast(Shown))
        {
            if (Read(line) is { } entry)
            {
                last.Enqueue(entry);
            }
        }
    }

    /// <summary>The last ones, the oldest first.</summary>
    public IReadOnlyList<AuditEntry> Last
    {
        get { lock (gate) { return [.. last]; } }
    }

    /// <summary>Writes one down. A disk that is full does not keep people from work: it is said once.</summary>
    public void Add(AuditEntry entry)
    {
        lock (gate)
        {
            last.Enqueue(entry);
            if (last.Count > Shown)
            {
                last.Dequeue();
            }

            if (file is null)
            {
                return;
            }

            try
            {
                PrivateFiles.Append(file, JsonSerializer.Serialize(entry, LabJson.Options) + "\n");
                if (new FileInfo(file).Length > longest)
                {
                    File.Move(file, Path.Combine(Path.GetDirectoryName(file)!, OldFileName), overwrite: true);
                }

                fails = false;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (!fails)
                {
                    Console.Error.WriteLine($"{file}: {e.Message}; who does what is not written down until this is mended");
                }

                fails = true;
            }
        }
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.Exists(file) ? File.ReadAllLines(file) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{file}: {e.Message}; it needs to be readable for the user who starts the lab", e);
        }
    }

    /// <summary>A kill may have cut the last line off.</summary>
    private static AuditEntry? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditEntry>(line, LabJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PairingLab.Host.Tests.Documents;

/// <summary>
/// The commands of one section of a page, typed into a bash as a reader would. An answer that the page prints (JSON, a status) must
/// come back with the same fields; its values may differ.
/// </summary>
internal sealed partial class TypedPage : IAsyncDisposable
{
    private const string Done = "@@done";

    /// <summary>A command that hangs; a slow machine makes an RSA key in seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Queue<(string Text, bool IsAnswer)> lines;
    private readonly Process shell;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("typed-page-");
    private readonly List<string> transcript = [];
    private string last = "";

    private TypedPage(IEnumerable<(string, bool)> lines)
    {
        this.lines = new(lines);
        shell = Process.Start(new ProcessStartInfo("bash", "--noprofile --norc")
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        shell.ErrorDataReceived += (_, e) => Note(e.Data);
        shell.BeginErrorReadLine();
    }

    /// <summary>How many answers of the page were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Opens a section.</summary>
    /// <param name="page">The page.</param>
    /// <param name="heading">The section's heading.</param>
    /// <param name="lab">The lab that the commands are to reach, in place of the one that the page names.</param>
    public static TypedPage Open(string page, string heading, string lab) => new(
        Code(File.ReadLines(page).SkipWhile(l => l != $"## {heading}").Skip(1)
            .TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)))
            .Select(l => LabAddress().Replace(l, lab)).Select(l => (l, Answer().IsMatch(l))));

    /// <summary>Types what is not on the page: what a person read elsewhere, say.</summary>
    public Task<string> SayAsync(string command) => AskAsync(command);

    /// <summary>Types on, up to the first command that begins so, and compares what is answered with what the page says.</summary>
    /// <param name="beginning">How the command begins.</param>
    /// <param name="change">What a person types in place of what the page has.</param>
    public async Task TypeThroughAsync(string beginning, params (string From, string To)[] change)
    {
        var found = false;
        while (!found)
        {
            lines.Count.ShouldBeGreaterThan(0, $"the page has no more command that begins with {beginning}");
            found = await TypeNextAsync(change, beginning);
        }
    }

    /// <summary>Types the rest.</summary>
    public async Task TypeToTheEndAsync()
    {
        while (lines.Any(l => !l.IsAnswer))
        {
            await TypeNextAsync([], "\0");
        }
    }

    /// <summary>Types the last command again, and compares its answer with the next one on the page.</summary>
    public async Task TypeAgainAsync() => Compare(await AskAsync(last));

    public async ValueTask DisposeAsync()
    {
        shell.Kill(entireProcessTree: true);
        await shell.WaitForExitAsync();
        shell.Dispose();
        folder.Delete(recursive: true);
    }

    /// <summary>The lines of code, without the answers to commands that are told in words only.</summary>
    private static IEnumerable<string> Code(IEnumerable<string> section)
    {
        var told = true;
        foreach (var line in section.Where(l => l.Length > 0))
        {
            var isCode = line.StartsWith("    ", StringComparison.Ordinal);
            told = !isCode || (told && Answer().IsMatch(line[4..]));
            if (isCode && !told)
            {
                yield return line[4..];
            }
        }
    }

    /// <summary>Types commands until an answer is due, or the command that was asked for was among them.</summary>
    private async Task<bool> TypeNextAsync((string From, string To)[] change, string beginning)
    {
        var commands = new List<string>();
        var found = false;
        while (lines.TryPeek(out var next) && !next.IsAnswer && !(found && IsWhole(commands)))
        {
            var text = lines.Dequeue().Text;
            found |= text.StartsWith(beginning, StringComparison.Ordinal);
            last = change.Aggregate(text, (t, c) => t.Replace(c.From, c.To, StringComparison.Ordinal));
            commands.Add(last);
        }

        var said = await AskAsync(string.Join('\n', commands));
        if (lines.TryPeek(out var answer) && answer.IsAnswer)
        {
            Compare(said);
        }

        return found;
    }

    private static bool IsWhole(List<string> commands) => !commands[^1].EndsWith('\\') && !commands[^1].EndsWith('|');

    private void Compare(string said)
    {
        var (expected, _) = lines.Dequeue();
        var answer = said.Split('\n').LastOrDefault(l => Answer().IsMatch(l)) ?? "";
        Shape(answer).ShouldBe(Shape(expected), $"the page says\n{expected}\nand it was\n{answer}\n{Transcript}");
        Compared++;
    }

    /// <summary>Names of fields, and a status; no values.</summary>
    private static string Shape(string answer)
    {
        var comment = answer.Split("  # ")[0];
        var (json, status) = Status().Match(comment) is { Success: true } match ? (comment[..match.Index], match.Value) : (comment, "");
        return json.Trim().Length == 0 ? status.Trim() : $"{Names(JsonDocument.Parse(json).RootElement)}{status.TrimEnd()}";
    }

    private static string Names(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', json.EnumerateObject().Select(p => $"{p.Name}:{Names(p.Value)}"))}}}",
        JsonValueKind.Array => $"[{(json.GetArrayLength() > 0 ? Names(json[0]) : "")}]",
        _ => "",
    };

    private async Task<string> AskAsync(string commands)
    {
        Note($"$ {commands}");
        await shell.StandardInput.WriteLineAsync($"{commands}\necho; echo {Done}");
        await shell.StandardInput.FlushAsync();
        using var limit = new CancellationTokenSource(Patience);
        var said = new List<string>();
        while (await shell.StandardOutput.ReadLineAsync(limit.Token) is { } line && line != Done)
        {
            Note(line);
            said.Add(line);
        }

        return string.Join('\n', said);
    }

    private string Transcript
    {
        get
        {
            lock (transcript)
            {
                return string.Join('\n', transcript);
            }
        }
    }

    private void Note(string? line)
    {
        lock (transcript)
        {
            transcript.Add(line ?? "");
        }
    }

    [GeneratedRegex(@"^(\{""|\[\{""| \d{3}$)")]
    private static partial Regex Answer();

    [GeneratedRegex(@" \d{3}$")]
    private static partial Regex Status();

    [GeneratedRegex(@"http://127\.0\.0\.1:70\d\d")]
    private static partial Regex LabAddress();
}

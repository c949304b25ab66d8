using System.Text.RegularExpressions;
using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Evidence;
using PairingLab.Drivers.Record;
using PairingLab.Drivers.Serial;
using PairingLab.Reports.Evidence;
using PairingLab.Wire;

namespace PairingLab.Host.Record;

/// <summary>
/// What a bench was seen to do, held in memory until the end: a secret is known only when it is used, and what was written before
/// would hold it. Safe from any thread.
/// </summary>
public sealed partial class Recording : IEvidenceSink
{
    private readonly Bench bench;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly List<(DateTimeOffset At, Happening What)> happenings = [];
    private readonly List<Seen> seen = [];
    private readonly SecretMask mask = new();
    private readonly HashSet<string> secrets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> acts = new(StringComparer.Ordinal);
    private readonly DateTimeOffset began;
    private readonly Dictionary<string, MemoryStream> logs = new(StringComparer.Ordinal);

    /// <summary>Begins one.</summary>
    /// <param name="bench">The bench; the passwords in its file are known from the beginning.</param>
    /// <param name="clock">Wall time.</param>
    public Recording(Bench bench, TimeProvider clock)
    {
        (this.bench, this.clock, began) = (bench, clock, clock.GetUtcNow());
        foreach (var credential in bench.Devices.SelectMany(d => d.Credentials.Values))
        {
            Keep(credential.Password);
        }
    }

    /// <inheritdoc />
    public IReadOnlyCollection<string> Secrets
    {
        get { lock (gate) { return [.. secrets]; } }
    }

    /// <summary>Where the bytes of a line go.</summary>
    public LineLog LogOf(string device) => new(logs[device] = new(), clock);

    /// <summary>Takes what happened.</summary>
    public void Happened(Happening what)
    {
        lock (gate)
        {
            happenings.Add((clock.GetUtcNow(), what));
            switch (what)
            {
                case FieldFilled fill when fill.IsPassword || SecretField().IsMatch(fill.Field):
                    Keep(fill.Text);
                    acts[fill.Device] = $"enter {fill.Field}";
                    break;
                case FieldFilled fill: acts[fill.Device] = $"enter {fill.Field}"; break;
                case ButtonPressed press: acts[press.Device] = $"press {press.Button}"; break;
                case OtpSeen otp: Keep(otp.Otp); break;
                case PanelChanged changed: See(changed.Panel, acts.Remove(changed.Device, out var act) ? act : "read"); break;
                case SaidToShow said: KeepSecretsOf(said.Text); break;
                case Noted note:
                    KeepSecretsOf(note.Text);
                    seen.Add(new AttestationSeen
                    {
                        Device = note.Device,
                        Question = "(a note)",
                        Answer = note.Text,
                        Wall = clock.GetUtcNow(),
                    });
                    break;
            }
        }
    }

    /// <summary>Writes the recording into a run's folder: lines, evidence, and the draft, all of it masked.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="system">The system of the draft.</param>
    /// <param name="benchFile">The bench file.</param>
    /// <param name="command">The command as it was typed.</param>
    /// <returns>The draft.</returns>
    public FileInfo Write(DirectoryInfo folder, string system, string benchFile, string command)
    {
        lock (gate)
        {
            var draft = Draft(system);
            var text = draft.Text(bench.Name, began);
            var file = new FileInfo(Path.Combine(folder.FullName, "recorded.feature"));
            WriteLines(folder);
            WriteEvidence(new(folder), draft, text, benchFile, command);
            File.WriteAllText(file.FullName, text);
            return file;
        }
    }

    /// <inheritdoc />
    public void SentenceSeen(string device, string sentence, string? note)
    {
        lock (gate)
        {
            // The bytes stand in the line's log; of the sentences only what was wrong is told.
            if (note is not null)
            {
                seen.Add(new SentenceSeen { Device = device, Text = LineMask.Of(sentence), Note = note, Wall = clock.GetUtcNow() });
            }
        }
    }

    /// <inheritdoc />
    public void DisplaySeen(string device, byte left, byte right)
    {
        if (left == 0 && right == 0)
        {
            Happened(new DisplayWentDark(device));
        }
    }

    /// <inheritdoc />
    public void Secret(string value)
    {
        lock (gate) { Keep(value); }
    }

    /// <inheritdoc />
    public void PanelSeen(PanelReading panel, string act)
    {
    }

    /// <inheritdoc />
    public void Attested(string device, string question, string answer)
    {
    }

    /// <inheritdoc />
    public void FileKept(string name, byte[] content, string caption)
    {
    }

    private DraftFeature Draft(string system)
    {
        var draft = new DraftFeature(system, mask);
        foreach (var (at, what) in happenings)
        {
            draft.Add(at, what);
        }

        draft.End(clock.GetUtcNow());
        return draft;
    }

    private void WriteLines(DirectoryInfo folder)
    {
        foreach (var (device, log) in logs)
        {
            var rows = System.Text.Encoding.UTF8.GetString(log.ToArray()).Split('\n');
            Directory.CreateDirectory(Path.Combine(folder.FullName, "lines"));
            File.WriteAllText(
                Path.Combine(folder.FullName, "lines", $"{device}.log"),
                string.Concat(LineLog.Masked(rows, device).Select(r => $"{mask.Apply(r)}\n")));
        }
    }

    private void WriteEvidence(EvidenceFolder folder, DraftFeature draft, string text, string benchFile, string command)
    {
        var ended = clock.GetUtcNow();
        var path = "Recorded/recorded.feature";
        folder.KeepFeature(path, text);
        folder.WriteRun(new()
        {
            Id = folder.Run.Name,
            Started = began,
            Finished = ended,
            Bench = bench.Name,
            BenchFile = benchFile,
            Through = "a person",
            CommandLine = command,
            Machine = Environment.MachineName,
            Devices =
            [
                .. bench.Devices.Select(d => new DeviceEvidence(
                    d.Id, d.Kind, d.Is == DeviceWay.Operator ? DeviceReality.Operator : DeviceReality.Real)
                {
                    Model = d.Model,
                    Reached = d.Line ?? d.Page?.ToString(),
                }),
            ],
        });
        folder.Add(
            new()
            {
                FeaturePath = path,
                Feature = $"Recorded on the bench \"{bench.Name}\"",
                Name = "What was done by hand",
                Outcome = Outcome.Passed,
                Started = began,
                Finished = ended,
                Steps = [.. Steps(draft)],
            },
            mask);
    }

    // What was seen stands at the step after which it was seen.
    private IEnumerable<StepEvidence> Steps(DraftFeature draft)
    {
        var steps = draft.Steps.Where(s => s.Keyword is not null).Prepend(new("Given", "the bench as it was", began)).ToList();
        for (var i = 0; i < steps.Count; i++)
        {
            var (from, to) = (steps[i].At, i + 1 < steps.Count ? steps[i + 1].At : DateTimeOffset.MaxValue);
            yield return new()
            {
                Keyword = steps[i].Keyword!,
                Text = steps[i].Text,
                Outcome = StepOutcome.Passed,
                Started = from,
                WallMs = to == DateTimeOffset.MaxValue ? 0 : (to - from).TotalMilliseconds,
                Seen = [.. seen.Where(s => s.Wall >= from && s.Wall < to)],
            };
        }
    }

    private void See(PanelReading panel, string act)
    {
        foreach (var text in panel.Texts)
        {
            KeepSecretsOf(text);
        }

        foreach (var field in panel.Fields.Where(f => SecretField().IsMatch(f.Name)))
        {
            Keep(field.Value);
        }

        var now = clock.GetUtcNow();
        seen.Add(new PanelSeen
        {
            Device = panel.Device,
            Act = act,
            Title = panel.Title,
            Texts = panel.Texts,
            Buttons = [.. panel.Buttons.Select(b => new SeenButton(b.Name, b.Enabled))],
            Fields = [.. panel.Fields.Select(f => new SeenField(f.Name, f.Value, f.Enabled))],
            Wall = now,
        });
    }

    // A screen that names a secret shows it: nobody can have typed it yet.
    private void KeepSecretsOf(string text)
    {
        foreach (var value in ToldSecret().Matches(text).Select(m => m.Groups["value"].Value))
        {
            Keep(value);
        }
    }

    private void Keep(string value)
    {
        // Dots of a password field are none, and one or two characters are on their way to one.
        if (value.Length > 3 && value.Any(char.IsAsciiLetterOrDigit))
        {
            secrets.Add(value);
            mask.Add(value);
        }
    }

    [GeneratedRegex(@"otp|one-time|passw|pin\b|secret|code|\bkey\b|token", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SecretField();

    [GeneratedRegex(
        @"\b(otp|password|pin|secret|code|key|token)\b[^0-9A-Za-z]*((is|was|for|reads)[^0-9A-Za-z]+)?"
        + @"(?<value>(?=\S*[0-9])[^\s""'<>()]{3,63}[0-9A-Za-z])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex ToldSecret();
}

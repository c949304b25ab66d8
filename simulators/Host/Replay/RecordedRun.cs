using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PairingLab.Drivers.Operator;
using PairingLab.Drivers.Serial;
using PairingLab.Host.Commands;
using PairingLab.Reports.Evidence;

namespace PairingLab.Host.Replay;

/// <summary>One scenario of a run with hardware, played: its lines, its pages, and what the person answered.</summary>
public sealed class RecordedRun : IAsyncDisposable
{
    private readonly RunEvidence run;
    private readonly Dictionary<string, LineReplay> lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PageReplay> pages = new(StringComparer.Ordinal);

    private RecordedRun(RunEvidence run, ScenarioEvidence scenario) => (this.run, Scenario) = (run, scenario);

    /// <summary>The scenario.</summary>
    public ScenarioEvidence Scenario { get; }

    /// <summary>The lines, by device.</summary>
    public IReadOnlyDictionary<string, LineReplay> Lines => lines;

    /// <summary>The pages, by device.</summary>
    public IReadOnlyDictionary<string, PageReplay> Pages => pages;

    /// <summary>What drivers did that was not done at the bench.</summary>
    public IEnumerable<string> Deviations => pages.Where(p => p.Value.Deviation is not null).Select(p => $"{p.Key}: {p.Value.Deviation}");

    private IEnumerable<Seen> Seen => Scenario.Around.Concat(Scenario.Steps.SelectMany(s => s.Seen)).OrderBy(s => s.Wall);

    /// <summary>Plays a scenario of a run: the one whose name matches, else the first that did not pass, else the first that ran.</summary>
    /// <exception cref="CommandException">There is none, or nothing of it was recorded.</exception>
    public static async Task<RecordedRun> StartAsync(string folder, string? name, double speed, CancellationToken cancel)
    {
        var evidence = new EvidenceFolder(new(folder)).Read();
        var ran = evidence.Scenarios.Select(s => s.Evidence).Where(s => s.Outcome != Outcome.Skipped).ToList();
        var scenario = name is null
            ? ran.Find(s => s.Outcome != Outcome.Passed) ?? ran.FirstOrDefault()
            : ran.Find(s => Regex.IsMatch(s.FullName, name, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1)));
        if (scenario is null)
        {
            throw new CommandException(ran.Count == 0 ? $"{folder}: no scenario ran in it" : $"no scenario '{name}' ran; there are: "
                + string.Join(", ", ran.Take(5).Select(s => $"\"{s.FullName}\"")));
        }

        var played = new RecordedRun(evidence.Run, scenario);
        await played.OpenAsync(folder, speed, cancel);
        return played;
    }

    /// <summary>Writes a bench file whose devices are those of the recording.</summary>
    /// <param name="path">The file.</param>
    public void WriteBench(string path)
    {
        var devices = new JsonArray();
        foreach (var of in run.Devices
            .Where(d => d.Reality == DeviceReality.Operator || lines.ContainsKey(d.Id) || pages.ContainsKey(d.Id)))
        {
            devices.Add(Device(of));
        }

        var bench = new JsonObject
        {
            ["name"] = $"{run.Bench}, replayed",
            ["clock"] = "real",
            ["patience"] = "00:01:00",
            ["devices"] = devices,
        };
        File.WriteAllText(path, bench.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    /// <summary>
    /// Keeps the scenario in a folder of its own, from which it can be played: what it plays and nothing else, and no OTP in it.
    /// </summary>
    /// <exception cref="CommandException">There is something already.</exception>
    public void Keep(string from, string to)
    {
        if (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any())
        {
            throw new CommandException($"--keep {to}: there is something already; name a new folder");
        }

        foreach (var device in lines.Keys)
        {
            var log = Path.Combine("lines", $"{device}.log");
            Directory.CreateDirectory(Path.Combine(to, "lines"));
            File.WriteAllLines(
                Path.Combine(to, log), LineLog.Masked(File.ReadAllLines(Path.Combine(from, log)), log).Where(r => r[0] != '#'));
        }

        var folder = new EvidenceFolder(Directory.CreateDirectory(to));
        folder.WriteRun(run with
        {
            // What only the machine of then knows.
            BenchFile = null,
            CommandLine = "",
            Machine = "",
            Planned = [],
            Devices = [.. run.Devices.Select(d => d with { Reached = null })],
        });
        folder.Add(
            Scenario with
            {
                Steps = [.. Scenario.Steps.Select(s => s with { Seen = [.. s.Seen.Where(Plays)] })],
                Around = [.. Scenario.Around.Where(Plays)],
            },
            new());
    }

    private static bool Plays(Seen seen) => seen is PanelSeen or AttestationSeen;

    /// <summary>Answers a desk's questions as the person did.</summary>
    public void Answer(OperatorDesk desk)
    {
        var answers = Seen.OfType<AttestationSeen>().ToList();
        desk.Changed += () => Give();
        Give();

        void Give()
        {
            foreach (var open in desk.Open)
            {
                var asked = string.Join(' ', open.Question.Acts.Append(open.Question.Text));
                AttestationSeen? known;
                lock (answers)
                {
                    known = answers.Find(a => a.Question == asked);
                    if (known is not null)
                    {
                        answers.Remove(known);
                    }
                }

                if (known is not null)
                {
                    _ = Task.Run(() => GiveTo(desk, open.Id, known));
                }
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var line in lines.Values)
        {
            await line.DisposeAsync();
        }

        foreach (var page in pages.Values)
        {
            await page.DisposeAsync();
        }
    }

    private static void GiveTo(OperatorDesk desk, int id, AttestationSeen known)
    {
        var parts = known.Answer.Split(": ", 2);
        var verdict = parts[0] switch
        {
            "pass" or "yes" or "done" => Verdict.Pass,
            "fail" or "no" or "could not" => Verdict.Fail,
            _ => Verdict.NotApplicable,
        };
        var digits = known.Question.Contains("type all four", StringComparison.Ordinal) ? "0000" : RecordedPage.StandIn;
        desk.Answer(id, verdict, parts.Length > 1 ? parts[1].Replace(SecretMask.Mask, digits, StringComparison.Ordinal) : null);
    }

    private async Task OpenAsync(string folder, double speed, CancellationToken cancel)
    {
        var acts = Seen.OfType<PanelSeen>().Where(p => RecordedPage.IsAct(p) && IsPage(p.Device)).Select(p => p.Wall);
        var clock = new RecordedClock(TimeProvider.System, speed, Seen.FirstOrDefault()?.Wall ?? Scenario.Started, acts);
        foreach (var of in run.Devices.Where(d => d.Reality == DeviceReality.Real))
        {
            var log = Path.Combine(folder, "lines", $"{of.Id}.log");
            var panels = Seen.OfType<PanelSeen>().Where(p => p.Device == of.Id).ToList();
            if (File.Exists(log))
            {
                lines[of.Id] = LineReplay.Start(
                    log,
                    TimeProvider.System,
                    speed,
                    within: (Scenario.Started, Scenario.Finished + TimeSpan.FromSeconds(1)),
                    at: () => clock.Begin(),
                    isHeld: () => clock.IsHeld);
            }
            else if (panels.Count > 0)
            {
                pages[of.Id] = await PageReplay.StartAsync(panels, clock, cancel);
            }
        }

        if (lines.Count + pages.Count == 0)
        {
            throw new CommandException(
                $"{folder} holds no recorded line or page of \"{Scenario.FullName}\"; "
                + "a run with real devices leaves lines in its folder lines/ and pages in its evidence");
        }
    }

    private bool IsPage(string device) => run.Devices.Any(d => d.Id == device && d.Reality == DeviceReality.Real);

    private JsonObject Device(DeviceEvidence of)
    {
        var device = new JsonObject
        {
            ["id"] = of.Id,
            ["kind"] = of.Kind,
            ["is"] = of.Reality == DeviceReality.Operator ? "operator" : "real",
        };
        var model = of.Model?.Split("Base ", 2);
        if (model is [{ Length: > 0 } name, ..])
        {
            device["model"] = name.Trim();
        }

        if (model is [_, var softwareBase])
        {
            device["base"] = softwareBase;
        }

        if (lines.TryGetValue(of.Id, out var line))
        {
            device["line"] = line.Address;
        }
        else if (pages.TryGetValue(of.Id, out var page))
        {
            device["page"] = page.Address.ToString();
            var somebody = new JsonObject { ["user"] = "replayed", ["password"] = "replayed" };
            device["credentials"] = new JsonObject { ["manager"] = somebody, ["cashier"] = somebody.DeepClone() };
        }

        if (of.Reality == DeviceReality.Real)
        {
            device["reset"] = "exit 0";
        }

        return device;
    }
}

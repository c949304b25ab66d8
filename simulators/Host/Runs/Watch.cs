using System.Text.RegularExpressions;
using System.Threading.Channels;
using PairingLab.Host.Commands;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Runs;

/// <summary>--watch: a file that is saved runs the scenarios that it touches.</summary>
internal sealed partial class Watch(Repository repository, LabConsole console) : IDisposable
{
    // An editor writes a file in several steps.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);
    private static readonly string[] Folders = ["features", "drivers", "simulators", "lab-config"];
    private static readonly string[] Made = ["bin", "obj", "out", "node_modules"];

    private readonly Channel<string> saved = Channel.CreateUnbounded<string>();
    private readonly List<FileSystemWatcher> watchers = [];

    /// <summary>Runs what was picked, if anything was, and then what is touched, until it is interrupted.</summary>
    public async Task<int> RunAsync(RunOptions options, CancellationToken interrupted)
    {
        Folders.ToList().ForEach(WatchFolder);
        var code = options.Selection.IsAll && !options.LastFailed ? ExitCode.Passed : await TryAsync(options, interrupted);
        while (!interrupted.IsCancellationRequested)
        {
            console.Say("watching: save a feature or a step; Ctrl-C ends");
            if (await NextAsync(interrupted) is not { } files)
            {
                break;
            }

            console.Say($"saved: {string.Join(", ", files)}");
            var touched = await TouchedAsync(files, options, interrupted);
            code = await TryAsync(options with { Selection = options.Selection with { Paths = touched } }, interrupted);
        }

        return code;
    }

    /// <inheritdoc />
    public void Dispose() => watchers.ForEach(w => w.Dispose());

    /// <summary>What files touch: a feature its scenarios, a binding class those that use it, anything else its folder's.</summary>
    internal static IReadOnlyList<string> Touched(
        IEnumerable<(string Path, string Content)> files, FeatureCatalogue catalogue, BindingReport bindings)
    {
        var places = new List<string>();
        foreach (var (path, content) in files)
        {
            var inFeatures = path.StartsWith("features/", StringComparison.Ordinal) ? path["features/".Length..] : "";
            var classes = ClassName().Matches(content).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
            var users = bindings.Classes.Where(c => c.Value.Any(classes.Contains)).Select(c => c.Key).ToList();
            var folder = inFeatures.Contains('/') ? inFeatures[..inFeatures.IndexOf('/')] : "";
            var ofFolder = catalogue.Features.Where(f => folder.Length > 0 && f.Path.StartsWith($"{folder}/", StringComparison.Ordinal));
            places.AddRange(
                inFeatures.EndsWith(".feature", StringComparison.Ordinal) ? [inFeatures]
                : inFeatures.Length > 0 && users.Count > 0 ? users
                : ofFolder.Select(f => f.Path));
        }

        return [.. places.Distinct(StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<string>> TouchedAsync(IReadOnlyList<string> files, RunOptions options, CancellationToken interrupted)
    {
        try
        {
            var code = files.Any(f => f.StartsWith("features/", StringComparison.Ordinal) && f.EndsWith(".cs", StringComparison.Ordinal));
            var features = new FeaturesBuild(repository, console);
            if (code)
            {
                await features.PrepareAsync(options.Build, interrupted);
            }

            var bindings = code ? await new DryRun(repository, console).ReadAsync(interrupted)
                : new([], [], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));
            var touched = Touched(
                files.Where(f => File.Exists(Path.Combine(repository.Root, f)))
                    .Select(f => (f, File.ReadAllText(Path.Combine(repository.Root, f)))),
                FeatureCatalogue.Read(new(repository.Features)), bindings);

            // What is shared by all touches whatever was picked.
            return touched.Count > 0 ? touched : options.Selection.Paths;
        }
        catch (Exception e) when (e is CommandException or GherkinException or IOException)
        {
            console.Complain(e.Message);
            return options.Selection.Paths;
        }
    }

    private async Task<int> TryAsync(RunOptions options, CancellationToken interrupted)
    {
        try
        {
            return await new FeatureRunner(repository, console).RunAsync(options, interrupted);
        }
        catch (Exception e) when (CommandLine.IsPlain(e))
        {
            // The next save may mend it.
            console.Complain(e.Message);
            return ExitCode.LabError;
        }
    }

    private async Task<IReadOnlyList<string>?> NextAsync(CancellationToken interrupted)
    {
        try
        {
            var files = new HashSet<string>(StringComparer.Ordinal) { await saved.Reader.ReadAsync(interrupted) };
            do
            {
                while (saved.Reader.TryRead(out var more))
                {
                    files.Add(more);
                }

                await Task.Delay(Quiet, TimeProvider.System, interrupted);
            }
            while (saved.Reader.TryPeek(out _));
            return [.. files.Order(StringComparer.Ordinal)];
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private void WatchFolder(string folder)
    {
        var watcher = new FileSystemWatcher(Path.Combine(repository.Root, folder)) { IncludeSubdirectories = true };
        watcher.Changed += (_, e) => Take(e.FullPath);
        watcher.Created += (_, e) => Take(e.FullPath);
        watcher.Renamed += (_, e) => Take(e.FullPath);
        watcher.EnableRaisingEvents = true;
        watchers.Add(watcher);
    }

    private void Take(string file)
    {
        var path = Path.GetRelativePath(repository.Root, file).Replace('\\', '/');
        if (Path.GetExtension(path) is ".feature" or ".cs" or ".razor" or ".json" && !path.Split('/').Any(Made.Contains))
        {
            saved.Writer.TryWrite(path);
        }
    }

    [GeneratedRegex(@"\bclass\s+(?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClassName();
}

using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using PairingLab.Drivers.Bench;

namespace PairingLab.Features.Support;

/// <summary>
/// Compares what a scenario's steps need with what a bench has, before the scenario begins: a bench passes nothing for hardware
/// that it has not.
/// </summary>
/// <param name="bench">The bench.</param>
/// <param name="usual">The bench that scenarios are written for: what they call a device, it has.</param>
/// <param name="kinds">The kinds of device.</param>
public sealed partial class BenchNeeds(Bench bench, Bench usual, BenchKinds kinds)
{
    private static readonly List<(Regex Words, MethodInfo Method)> Bindings =
    [
        .. Assembly.GetExecutingAssembly().GetTypes().SelectMany(t => t.GetMethods())
            .SelectMany(m => m.GetCustomAttributes<StepDefinitionBaseAttribute>()
                .Select(a => (new Regex(a.Expression, RegexOptions.None, TimeSpan.FromSeconds(1)), m))),
    ];

    private readonly ConcurrentDictionary<string, IReadOnlyList<(MethodInfo Method, IReadOnlyList<string> Values)>> bound =
        new(StringComparer.Ordinal);

    /// <summary>What a bench file has, compared with the bench that scenarios are written for.</summary>
    public static BenchNeeds Read(string file, RunSettings settings)
    {
        var kinds = settings.Systems.Kinds;
        return new(BenchFile.Read(file, kinds), BenchFile.Read(settings.UsualBench, kinds), kinds);
    }

    /// <summary>Why the bench can't do these steps, "this bench has …"; null when it can.</summary>
    public string? Lacks(string system, IReadOnlyCollection<string> texts)
    {
        if (!bench.IsPhysical && texts.SelectMany(t => NamesIn(t, system)).All(n => bench.Find(n) is not null))
        {
            return null; // what the lab plays has all that a scenario can need
        }

        var words = texts.Select(t => new StepWords(t, bound.GetOrAdd(t, MethodsOf), NamesIn(t, system))).ToList();
        var added = words.SelectMany(w => w.All<AddsAttribute>().SelectMany(a => a.Attribute.Devices)).ToList();
        return words.SelectMany(w => Lacking(w, system, added)).FirstOrDefault();
    }

    private IEnumerable<string> Lacking(StepWords step, string system, List<string> added)
    {
        foreach (var name in step.Names.Concat(step.All<NeedsAttribute>().SelectMany(n => n.Attribute.Devices)))
        {
            if (bench.Find(name) is null && !added.Exists(a => IsAdded(name, a)))
            {
                yield return Missing(name, system);
            }
        }

        foreach (var (need, _, values) in step.All<NeedsAttribute>())
        {
            var devices = need.Devices.Count > 0 ? need.Devices : step.Names;
            foreach (var row in devices.Select(bench.Find).OfType<BenchDevice>().Where(d => d.Is != DeviceWay.Simulated))
            {
                if (LackingOf(row, need.What, values) is { } lacking)
                {
                    yield return lacking;
                }
            }
        }

        foreach (var (need, _, values) in step.All<NeedsModelAttribute>())
        {
            if (bench.Find(need.Device) is { } row && row.Is != DeviceWay.Simulated && row.Model != values[need.Argument])
            {
                yield return $"this bench has a {row.Model} as {row.Id}; the scenario needs a {values[need.Argument]}";
            }
        }
    }

    private static bool IsAdded(string name, string added) =>
        added == name || (added.EndsWith('*') && name.StartsWith(added[..^1], StringComparison.Ordinal));

    private string Missing(string name, string system)
    {
        var others = bench.Devices.Where(d => kinds[d.Kind].System == system).Select(d => d.Id).ToList();
        return $"this bench has no {name}; of {system} there is {(others.Count == 0 ? "nothing" : string.Join(", ", others))}";
    }

    private static string? LackingOf(BenchDevice row, Need need, IReadOnlyList<string> values)
    {
        var real = $"this bench has a {(row.Is == DeviceWay.Real ? "real" : "hand-operated")} {row.Id}";
        return need switch
        {
            Need.Power when row.Power is null => $"{real}, whose power it can't switch; \"power\" in the bench file would say how",
            Need.Cable when !row.IsProxied =>
                $"{real}, whose network it can't fault; \"through\" in the bench file would put the lab in between",
            Need.Line => $"{real}, whose serial line it can't damage",
            Need.Probe when row.Line is null => $"{real} without a probe on its display",
            Need.Software when row.Base != values[^1] => row.Base is null
                ? $"{real}, whose software is unknown; \"base\" in the bench file would tell it"
                : $"{real} with Base {row.Base}; the scenario needs {values[^1]}",
            Need.Simulator => $"{real}, and the scenario does what only a simulated one can",
            _ => null,
        };
    }

    private static IReadOnlyList<(MethodInfo Method, IReadOnlyList<string> Values)> MethodsOf(string text) =>
    [
        .. Bindings.Select(b => (b.Method, Match: b.Words.Match(text)))
            .Where(b => b.Match.Success)
            .Select(b => (b.Method, (IReadOnlyList<string>)[.. b.Match.Groups.Values.Skip(1).Select(g => g.Value)]))
            .DistinctBy(b => b.Method),
    ];

    // What is quoted is said by a device or typed into one; it names none.
    private IReadOnlyList<string> NamesIn(string text, string system)
    {
        var stems = bench.Devices.Concat(usual.Devices).Where(d => kinds[d.Kind].System == system).Select(d => Stem(d.Id))
            .ToHashSet(StringComparer.Ordinal);
        return [.. Name().Matches(Quoted().Replace(text, "")).Select(m => m.Value).Where(n => stems.Contains(Stem(n)))];
    }

    private static string Stem(string id) => id.TrimEnd([.. "0123456789"]);

    [GeneratedRegex(@"(?<![\w-])[a-z]+(-[a-z]+)*-[0-9]+(?![\w-])", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    private sealed record StepWords(
        string Text, IReadOnlyList<(MethodInfo Method, IReadOnlyList<string> Values)> Methods, IReadOnlyList<string> Names)
    {
        public IEnumerable<(T Attribute, MethodInfo Method, IReadOnlyList<string> Values)> All<T>()
            where T : Attribute =>
            Methods.SelectMany(m => m.Method.GetCustomAttributes<T>().Select(a => (a, m.Method, m.Values)));
    }
}

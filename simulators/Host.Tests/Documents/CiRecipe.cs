using System.Text.RegularExpressions;
using PairingLab.Host.Commands;
using YamlDotNet.Serialization;

namespace PairingLab.Host.Tests.Documents;

/// <summary>A recipe for continuous integration: what its job "shard" and its job "report" type into a shell.</summary>
/// <param name="Shard">The commands of each shard.</param>
/// <param name="Report">The commands of the job that merges the shards.</param>
internal sealed partial record CiRecipe(string Shard, string Report)
{
    /// <summary>Reads a recipe that is a section of docs/ci.md, or a file of the repository.</summary>
    public static CiRecipe Of(string source)
    {
        var root = Repository.Find().Root;
        if (source.EndsWith(".yml", StringComparison.Ordinal))
        {
            return OfYaml(File.ReadAllText(Path.Combine(root, source)));
        }

        var code = string.Join('\n', File.ReadLines(Path.Combine(root, "docs", "ci.md"))
            .SkipWhile(l => l != $"## {source}").Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Where(l => l.Length == 0 || l.StartsWith("    ", StringComparison.Ordinal)).Select(l => l.Length == 0 ? l : l[4..]));
        return code.Contains("pipeline {", StringComparison.Ordinal) ? OfJenkinsfile(code) : OfYaml(code);
    }

    private static CiRecipe OfYaml(string text)
    {
        var recipe = new DeserializerBuilder().Build().Deserialize<object>(text);
        return new(Typed(Job(recipe, "shard")), Typed(Job(recipe, "report")));
    }

    // Jenkins reads Groovy, not YAML: the lines that it hands to a shell are all that matters here.
    private static CiRecipe OfJenkinsfile(string text)
    {
        text.Count(c => c == '{').ShouldBe(text.Count(c => c == '}'), "braces of the Jenkinsfile");
        var stages = text.Split("stage('Report')");
        return new(Typed(stages[0]), Typed(stages[1]));

        static string Typed(string stage) => string.Join('\n', ShellStep().Matches(stage).Select(m => m.Groups["line"].Value));
    }

    /// <summary>A job, by its key or by its member "job".</summary>
    private static object Job(object recipe, string name) =>
        Maps(recipe)
            .Select(m => m.TryGetValue(name, out var job) ? job : Equals(m.GetValueOrDefault("job"), name) ? m : null)
            .First(job => job is not null)!;

    private static IEnumerable<Dictionary<object, object>> Maps(object node) => node switch
    {
        Dictionary<object, object> map => [map, .. map.Values.SelectMany(Maps)],
        List<object> list => list.SelectMany(Maps),
        _ => [],
    };

    private static string Typed(object job) => string.Join('\n', Maps(job)
        .SelectMany(m => new[] { "script", "run" }.Where(m.ContainsKey).Select(key => m[key]))
        .SelectMany(script => script is List<object> lines ? lines.Cast<string>() : [(string)script]));

    [GeneratedRegex(@"\bsh '(?<line>[^']*)'", RegexOptions.ExplicitCapture)]
    private static partial Regex ShellStep();
}

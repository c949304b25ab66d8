using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Io.Cucumber.Messages.Types;
using Feature = PairingLab.Reports.Gherkin.Feature;

namespace PairingLab.Reports.Certification;

/// <summary>A rule of a certification.</summary>
/// <param name="Id">The public id where there is one, else the lab's own, PL-SCI-01.</param>
/// <param name="Level">How binding it is; "demand" in certification.json.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Sentence">The sentence it comes from.</param>
/// <param name="Source">Where that stands.</param>
public sealed record CertificationRule(
    string Id,
    [property: JsonPropertyName("demand")] RequirementLevel Level,
    string Title,
    string Sentence,
    string Source)
{
    /// <summary>What is known to make POSs fail it. "" in a report of an earlier version of the lab.</summary>
    public string KnownCauses { get; init; } = "";
}

/// <summary>How binding a rule is.</summary>
public enum RequirementLevel
{
    /// <summary>No certificate without it.</summary>
    Mandatory,

    /// <summary>Better with it.</summary>
    Recommended,

    /// <summary>As the maker likes.</summary>
    Optional,
}

/// <summary>The rules as a whole, so that a report can be read when they have changed.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Date">Of the day on which it last changed what it asks.</param>
/// <param name="Sum">The first signs of the SHA-256 sum of the file.</param>
public sealed record RuleSet(string Version, string Date, string Sum);

/// <summary>Reads the rules of a certification out of the feature that checks them: a scenario is a rule.</summary>
public static partial class CertificationRules
{
    private const string Causes = "Known causes: ";

    /// <summary>The rules of SCI, under the folder of the features.</summary>
    public const string Sci = "Sci/Certification/Certification.feature";

    /// <summary>Reads a feature file.</summary>
    /// <exception cref="Gherkin.GherkinException">It cannot be parsed.</exception>
    /// <exception cref="InvalidDataException">A scenario says too little to be a rule.</exception>
    public static IReadOnlyList<CertificationRule> Read(string features, string path = Sci) =>
        [.. Feature.Parse(path, File.ReadAllText(Path.Combine(features, path))).Pickles.Select(p => Of(p.Scenario, path))];

    /// <summary>Which rules those of a feature file are: its description says "Rule set 2, of 2026-11-27."</summary>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public static RuleSet SetOf(string features, string path = Sci)
    {
        var bytes = File.ReadAllBytes(Path.Combine(features, path));
        var said = Named().Match(Encoding.UTF8.GetString(bytes));
        return said.Success
            ? new(said.Groups["version"].Value, said.Groups["date"].Value, Convert.ToHexStringLower(SHA256.HashData(bytes))[..16])
            : throw new InvalidDataException($"{path}: its description must say which rule set it is: \"Rule set 2, of 2026-11-27.\"");
    }

    /// <summary>A rule: its tags are id and demand; its description is the sentence in quotation marks, and where that stands.</summary>
    private static CertificationRule Of(Scenario scenario, string path)
    {
        var said = scenario.Description.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return scenario.Tags.Count == 2 && Enum.TryParse<RequirementLevel>(scenario.Tags[1].Name[1..], ignoreCase: true, out var level)
            && said is [['"', .. var sentence, '"'], var source, .. var causes] && string.Join(' ', causes) is var known
                && known.StartsWith(Causes, StringComparison.Ordinal)
            ? new(scenario.Tags[0].Name[1..], level, scenario.Name, sentence, source) { KnownCauses = known[Causes.Length..] }
            : throw new InvalidDataException(
                $"{path}, line {scenario.Location.Line}: a rule needs two tags, its id and @mandatory, @recommended or @optional, "
                + "and three lines: its sentence in quotation marks, where that stands, and \"Known causes: …\"");
    }

    [GeneratedRegex(@"Rule set (?<version>[0-9.]+), of (?<date>\d{4}-\d\d-\d\d)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}

using PairingLab.Reports.Gherkin;

namespace PairingLab.Reports.Certification;

/// <summary>Reads the rules of a certification out of the feature that checks them: a scenario is a rule.</summary>
public static class CertificationRules
{
    /// <summary>The rules of SCI, under the folder of the features.</summary>
    public const string Sci = "Sci/Certification/Certification.feature";

    /// <summary>Reads a feature file.</summary>
    /// <exception cref="GherkinException">It is no feature.</exception>
    /// <exception cref="InvalidDataException">A scenario says too little to be a rule.</exception>
    public static IReadOnlyList<CertificationRule> Read(string features, string path = Sci) =>
        [.. FeatureReader.Read(path, File.ReadAllText(Path.Combine(features, path))).Pickles.Select(p => Of(p.Scenario, path))];

    /// <summary>A rule: its tags are id and demand; its description is the sentence in quotation marks, and where that stands.</summary>
    private static CertificationRule Of(Scenario scenario, string path)
    {
        var said = scenario.Description.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return scenario.Tags.Count == 2 && Enum.TryParse<Demand>(scenario.Tags[1].Name[1..], ignoreCase: true, out var demand)
            && said is [['"', .. var sentence, '"'], var source]
            ? new(scenario.Tags[0].Name[1..], demand, scenario.Name, sentence, source)
            : throw new InvalidDataException(
                $"{path}, line {scenario.Line}: a rule needs two tags, its id and @mandatory, @recommended or @optional, and two lines: its sentence in quotation marks, and where that stands");
    }
}

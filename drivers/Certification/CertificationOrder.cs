using System.Text.Json;

namespace PairingLab.Drivers.Certification;

/// <summary>What a run of the certification features is to check; its file is named in the environment of the run.</summary>
/// <param name="Targets">The POSs; several are checked side by side, step by step.</param>
public sealed record CertificationOrder(IReadOnlyList<CertificationTarget> Targets)
{
    /// <summary>The environment variable that names the file.</summary>
    public const string Variable = "PAIRINGLAB_CERTIFY";

    /// <summary>Reads one.</summary>
    public static CertificationOrder Read(string file) => JsonSerializer.Deserialize<CertificationOrder>(File.ReadAllText(file))!;

    /// <summary>Writes it.</summary>
    public void Write(string file) => File.WriteAllText(file, JsonSerializer.Serialize(this));
}

/// <summary>A POS that a run of the certification features is to check.</summary>
/// <param name="Description">The file of its description.</param>
/// <param name="Pos">Where its page is; null for what the description says.</param>
/// <param name="Data">The folder in which the lab keeps its ports and credentials; null for none.</param>
/// <param name="Results">The folder for the results.</param>
/// <param name="Pictures">Whether a screenshot is kept of each rule.</param>
/// <param name="Rules">The ids of the rules to check; null for all.</param>
/// <param name="Capabilities">What the maker declares; null for the file that the description names.</param>
public sealed record CertificationTarget(
    string Description, Uri? Pos, string? Data, string Results, bool Pictures = true, IReadOnlyList<string>? Rules = null,
    string? Capabilities = null)
{
    /// <summary>Whether a rule is to be checked.</summary>
    public bool Asks(string rule) => Rules is null || Rules.Contains(rule);

    /// <summary>The file in which the maker declares what the POS supports; null for none.</summary>
    public string? CapabilitiesFile(PosDescription description) => Capabilities ?? (description.Capabilities is { } named
        ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Description))!, named)
        : null);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PairingLab.Reports.Certification;

namespace PairingLab.Reports.Evidence;

/// <summary>How evidence and certification reports are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(RunEvidence))]
[JsonSerializable(typeof(ScenarioEvidence))]
[JsonSerializable(typeof(CertificationReport))]
[JsonSerializable(typeof(RuleResult))]
public sealed partial class EvidenceJson : JsonSerializerContext
{
    /// <summary>The context to use: people read these files, so letters and quotes stay as they are.</summary>
    public static EvidenceJson Readable => field ??= new(new JsonSerializerOptions(Default.Options!)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

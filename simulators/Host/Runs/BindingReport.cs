using System.Text.Json;
using System.Text.Json.Serialization;

namespace PairingLab.Host.Runs;

/// <summary>How steps and bindings of the features fit together: the features find it out, and run-lab tells it.</summary>
/// <param name="Problems">Steps that could not run.</param>
/// <param name="Unused">Bindings that no step of any feature uses.</param>
/// <param name="Classes">The binding classes of each scenario, by its place.</param>
public sealed record BindingReport(
    IReadOnlyList<StepProblem> Problems,
    IReadOnlyList<UnusedBinding> Unused,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Classes)
{
    /// <summary>Where the features write it; the variable is set only for a dry run.</summary>
    public const string Variable = "PAIRINGLAB_DRY_RUN";

    /// <summary>The test of the features that finds it out.</summary>
    public const string Test = "PairingLab.Features.Support.BindingTests";

    /// <summary>Writes it to a file.</summary>
    public void Write(string file) =>
        File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(this, BindingJson.Default.BindingReport));

    /// <summary>Reads it from a file.</summary>
    public static BindingReport Read(string file) =>
        JsonSerializer.Deserialize(File.ReadAllBytes(file), BindingJson.Default.BindingReport)
        ?? throw new InvalidDataException($"{file} holds no bindings");
}

/// <summary>A step that could not run.</summary>
/// <param name="Scenario">The place of its scenario.</param>
/// <param name="Place">Its own place.</param>
/// <param name="Text">The step as it is written.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record StepProblem(string Scenario, string Place, string Text, string Problem);

/// <summary>A binding that no step uses.</summary>
/// <param name="Method">Class and method.</param>
/// <param name="Expression">What a step would have to say.</param>
public sealed record UnusedBinding(string Method, string Expression);

/// <summary>How the report is written.</summary>
[JsonSerializable(typeof(BindingReport))]
internal sealed partial class BindingJson : JsonSerializerContext;

using System.IO;
using System.Text;
using Gherkin;
using Gherkin.Ast;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace PairingLab.ReqnrollGenerator;

/// <summary>
/// Makes a test class of each feature file, as Reqnroll.Tools.MsBuild.Generation does for Reqnroll.xunit.v3, but in the compiler:
/// no files that could be stale, and a feature that is wrong is a compiler error at its line.
/// </summary>
[Generator]
public sealed class FeatureGenerator : IIncrementalGenerator
{
    internal static readonly DiagnosticDescriptor Invalid = new(
        "FEATURE001", "The feature is not valid Gherkin", "{0}", "Gherkin", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var project = context.AnalyzerConfigOptionsProvider.Select((options, _) => (
            Folder: options.GlobalOptions.TryGetValue("build_property.projectdir", out var folder) ? folder : "",
            Namespace: options.GlobalOptions.TryGetValue("build_property.rootnamespace", out var name) ? name : "Features"));
        context.RegisterSourceOutput(
            project, (output, of) => output.AddSource("ReqnrollTestRun.g.cs", Source(TestClassWriter.TestRun(of.Namespace))));
        var features = context.AdditionalTextsProvider.Where(t => t.Path.EndsWith(".feature", StringComparison.OrdinalIgnoreCase));
        context.RegisterSourceOutput(
            features.Combine(project), (output, pair) => Write(output, pair.Left, pair.Right.Folder, pair.Right.Namespace));
    }

    private static void Write(SourceProductionContext output, AdditionalText file, string folder, string rootNamespace)
    {
        var text = file.GetText(output.CancellationToken)?.ToString() ?? "";
        try
        {
            if (new Parser().Parse(new StringReader(text)).Feature is not { } feature)
            {
                return;
            }

            var mistakes = FeatureChecks.Of(feature).ToList();
            mistakes.ForEach(m => Report(output, file, m.Location, m.Message));
            if (mistakes.Count == 0)
            {
                var path = new FeaturePath(file.Path, folder, rootNamespace);
                output.AddSource($"{path.Relative.Replace('/', '.')}.g.cs", Source(new TestClassWriter(feature, path).Write()));
            }
        }
        catch (CompositeParserException e)
        {
            e.Errors.ToList().ForEach(m => Report(output, file, m.Location, m.Message));
        }
        catch (ParserException e)
        {
            Report(output, file, e.Location, e.Message);
        }
    }

    private static void Report(SourceProductionContext output, AdditionalText file, Gherkin.Ast.Location? at, string message)
    {
        // Roslyn counts from 0, Gherkin from 1.
        var position = new LinePosition(Math.Max(0, (at?.Line ?? 1) - 1), Math.Max(0, (at?.Column ?? 1) - 1));
        var location = Microsoft.CodeAnalysis.Location.Create(file.Path, default, new LinePositionSpan(position, position));
        output.ReportDiagnostic(Diagnostic.Create(Invalid, location, message));
    }

    private static SourceText Source(string text) => SourceText.From(text, Encoding.UTF8);
}

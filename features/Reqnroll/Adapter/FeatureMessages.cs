using System.Reflection;
using Gherkin;
using Gherkin.CucumberMessages;
using Gherkin.CucumberMessages.Pickles;
using Io.Cucumber.Messages.Types;
using Reqnroll.Formatters.RuntimeSupport;

namespace PairingLab.ReqnrollAdapter;

/// <summary>
/// A feature as Cucumber Messages, for Reqnroll's formatters. It is made of the feature file beside the test assembly, and only
/// when a formatter asks: a run without formatters reads nothing.
/// </summary>
/// <param name="assembly">The test assembly.</param>
/// <param name="path">The feature file, below the folder of the assembly.</param>
internal sealed class FeatureMessages(Assembly assembly, string path) : IFeatureLevelCucumberMessages
{
    private readonly Lazy<(Source Source, GherkinDocument Document, List<Pickle> Pickles)> messages = new(() => Read(assembly, path));

    /// <inheritdoc />
    public bool HasMessages => true;

    /// <inheritdoc />
    public Source Source => messages.Value.Source;

    /// <inheritdoc />
    public GherkinDocument GherkinDocument => messages.Value.Document;

    /// <inheritdoc />
    public IEnumerable<Pickle> Pickles => messages.Value.Pickles;

    private static (Source Source, GherkinDocument Document, List<Pickle> Pickles) Read(Assembly assembly, string path)
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(assembly.Location)!, path));
        var ids = new GuidIdGenerator();
        var document = new AstMessagesConverter(ids).ConvertGherkinDocumentToEventArgs(new Parser().Parse(new StringReader(text)), path);
        return (new Source(path, text, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN), document, new PickleCompiler(ids).Compile(document));
    }
}

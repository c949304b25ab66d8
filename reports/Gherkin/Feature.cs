using Gherkin;
using Gherkin.CucumberMessages;
using Gherkin.CucumberMessages.Pickles;
using Io.Cucumber.Messages.Types;

namespace PairingLab.Reports.Gherkin;

/// <summary>A feature file, read by Cucumber's parser and expanded by its pickle compiler.</summary>
public sealed class Feature
{
    private Feature(GherkinDocument document, IReadOnlyList<Pickle> pickles)
    {
        Document = document;
        Pickles = pickles;
    }

    /// <summary>The file, relative to the feature root, with forward slashes.</summary>
    public string Path => Document.Uri;

    /// <summary>The syntax tree as Cucumber Messages has it.</summary>
    public GherkinDocument Document { get; }

    /// <summary>Every scenario that a run has to run, outlines expanded row by row, in the order of the file.</summary>
    public IReadOnlyList<Pickle> Pickles { get; }

    /// <summary>
    /// What a line means: the row of examples or the scenario that it stands in, all rows of an outline, or all of a rule or of the feature
    /// when it stands before their first scenario.
    /// </summary>
    public IReadOnlyList<Pickle> At(int line)
    {
        var rules = Document.Feature.Children.Select(c => c.Rule).OfType<Rule>().ToList();
        var starts = Pickles.Select(p => p.Scenario).Distinct().Select(s => (Line: Start(s.Location, s.Tags), Node: (object)s))
            .Concat(rules.Select(r => (Line: Start(r.Location, r.Tags), Node: (object)r)));
        var node = starts.Where(s => s.Line <= line).OrderBy(s => s.Line).LastOrDefault().Node;
        return Pickles.Where(p => p.Row is not null && p.Line == line).ToList() is { Count: > 0 } row
            ? row
            : [.. Pickles.Where(p => node is null || ReferenceEquals(p.Scenario, node) || ReferenceEquals(p.Rule, node))];
    }

    /// <summary>Reads a feature file's content. Throws <see cref="GherkinException"/>, which names the line.</summary>
    /// <param name="path">The file, relative to the feature root, with forward slashes.</param>
    /// <param name="content">Its text.</param>
    /// <param name="ids">Numbers nodes and pickles; features that go into one message stream share it.</param>
    public static Feature Parse(string path, string content, IIdGenerator? ids = null)
    {
        ids ??= new IncrementingIdGenerator();
        var document = new AstMessagesConverter(ids).ConvertGherkinDocumentToEventArgs(Syntax(path, content), path);
        return document.Feature is null
            ? throw new GherkinException(path, 1, "expected 'Feature:', found nothing but blank lines and comments")
            : new(document, Compile(document, ids));
    }

    private static long Start(Location at, List<Tag> tags) => tags.Select(t => t.Location.Line).Append(at.Line).Min();

    private static global::Gherkin.Ast.GherkinDocument Syntax(string path, string content)
    {
        try
        {
            using var text = new StringReader(content.TrimStart('\uFEFF'));
            return new Parser { StopAtFirstError = true }.Parse(text);
        }
        catch (ParserException e)
        {
            throw new GherkinException(path, e);
        }
    }

    private static List<Pickle> Compile(GherkinDocument document, IIdGenerator ids)
    {
        (Rule? Rule, Background? Background, Scenario? Scenario)[] nodes =
        [
            .. document.Feature.Children.Where(c => c.Rule is null).Select(c => ((Rule?)null, c.Background, c.Scenario)),
            .. from rule in document.Feature.Children.Select(c => c.Rule).OfType<Rule>()
               from child in rule.Children
               select (rule, child.Background, child.Scenario),
        ];
        var scenarios = nodes.Where(n => n.Scenario is not null).ToDictionary(n => n.Scenario!.Id);
        var steps = nodes.SelectMany(n => n.Background?.Steps ?? n.Scenario!.Steps).ToDictionary(s => s.Id);
        return
        [
            .. from pickle in new PickleCompiler(ids).Compile(document)
               let source = scenarios[pickle.AstNodeIds[0]]
               select new Pickle(document.Feature.Name, source.Rule, source.Scenario!, pickle, steps),
        ];
    }
}

/// <summary>A feature file that cannot be parsed; the message names the file, the line and what was expected.</summary>
public sealed class GherkinException : System.Exception
{
    internal GherkinException(string path, int line, string message, System.Exception? inner = null)
        : base($"{path}({line}): {message}", inner)
    {
    }

    internal GherkinException(string path, ParserException error)
        : this(path, error.Location?.Line ?? 1, WithoutLocation(error), error)
    {
    }

    private static string WithoutLocation(ParserException error) =>
        error.Location is { } at ? error.Message.Replace($"({at.Line}:{at.Column}): ", "", StringComparison.Ordinal) : error.Message;
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace PairingLab.Host.Commands;

/// <summary>run: runs the features and writes the report.</summary>
public sealed class RunCommand(LabConsole console, CancellationToken interrupted)
{
    private readonly Option<string?> bench = new("--bench") { Description = "The bench file: which devices there are and how each is reached", HelpName = "FILE" };
    private readonly Option<string?> tags = new("--tags") { Description = "Which scenarios: \"@commander and not @browser\"", HelpName = "EXPRESSION" };
    private readonly Option<string> through = new("--through") { Description = "How panels are worked", DefaultValueFactory = _ => "wire" };
    private readonly Option<int?> seed = new("--seed") { Description = "Repeats the randomness of a run", HelpName = "NUMBER", CustomParser = ReadSeed };
    private readonly Option<bool> noBuild = new("--no-build") { Description = "The features are built already" };

    /// <summary>The command with its options.</summary>
    public Command Command()
    {
        through.AcceptOnlyFromAmong("wire", "browser");
        var command = new Command("run", "Runs the features and writes the report (the default)") { bench, tags, through, seed, noBuild };
        command.SetAction((parsed, _) => new FeatureRunner(Repository.Find(), console).RunAsync(Options(parsed), interrupted));
        return command;
    }

    private static int? ReadSeed(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        result.AddError($"--seed '{result.Tokens[0].Value}' is no whole number, such as 711149");
        return null;
    }

    private RunOptions Options(ParseResult parsed) => new(
        parsed.GetValue(bench), parsed.GetValue(tags), parsed.GetValue(through) == "browser", parsed.GetValue(seed), !parsed.GetValue(noBuild));
}

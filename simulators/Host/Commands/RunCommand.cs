using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PairingLab.Host.Runs;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Commands;

/// <summary>run: runs the features and writes the report.</summary>
public sealed class RunCommand(LabConsole console, CancellationToken interrupted)
{
    private readonly Argument<string[]> paths = new("PATH")
    {
        Description = "Folders, feature files, or file:line",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<string?> name = Text("--name", "REGEX", "Scenarios whose name matches");
    private readonly Option<string?> tags = Text("--tags", "EXPRESSION", "Which scenarios: \"@commander and not @browser\"");
    private readonly Option<bool> lastFailed = new("--last-failed") { Description = "Only what failed when it ran last" };
    private readonly Option<Shard?> shard = new("--shard")
    {
        Description = "Part i of n, when several machines share the work: 2/5",
        HelpName = "i/n",
        CustomParser = ReadShard,
    };
    private readonly Option<string?> durations = Text("--durations", "JUNIT.XML", "An earlier run by whose times shards are made even");
    private readonly Option<bool> list = new("--list") { Description = "Shows what would run, and runs nothing" };
    private readonly Option<bool> dryRun = new("--dry-run") { Description = "Finds steps without a binding, and runs nothing" };
    private readonly Option<string?> bench = Text("--bench", "FILE", "The bench file: which devices there are and how each is reached");
    private readonly Option<string> through = new("--through") { Description = "How panels are worked", DefaultValueFactory = _ => "wire" };
    private readonly Option<int?> seed = Number("--seed", "NUMBER", int.MinValue, "Repeats the randomness of a run");
    private readonly Option<int?> workers = Number("--workers", "N", 1, "How many scenarios run at a time");
    private readonly Option<bool> failFast = new("--fail-fast") { Description = "Stops at the first failure" };
    private readonly Option<int?> maxFailures = Number("--max-failures", "N", 1, "Stops after so many failures");
    private readonly Option<int?> repeat = Number("--repeat", "N", 1, "Runs everything so often");
    private readonly Option<bool> untilFailure = new("--until-failure") { Description = "Runs it again and again until a scenario fails" };
    private readonly Option<int?> retry = Number("--retry", "N", 0, "Tries what failed again, so often; what passes then is Flaky");
    private readonly Option<bool> failOnFlaky = new("--fail-on-flaky") { Description = "A flaky scenario fails the run" };
    private readonly Option<string?> resume = Text("--resume", "RUN", "Goes on with a run that was stopped; \"last\" is the last one");
    private readonly Option<string?> outFolder = Text(
        "--out", "DIR", "Where runs, their history and the list of what failed are written and looked for, instead of reports/out");
    private readonly Option<int?> keep = Number("--keep", "N", 1, "Throws older runs away; their results stay in the history");
    private readonly DeskOptions desk = new();
    private readonly Option<bool> wait = new("--wait") { Description = "Waits for a bench with hardware that somebody else has" };
    private readonly Option<bool> watch = new("--watch") { Description = "Runs what a saved file touches" };
    private readonly Option<bool> noBuild = new("--no-build") { Description = "The features are built already" };

    /// <summary>The command with its options.</summary>
    public Command Command()
    {
        through.AcceptOnlyFromAmong("wire", "browser");
        var command = new Command("run", "Runs the features and writes the report (the default)")
        {
            paths, name, tags, lastFailed, shard, durations, list, dryRun, bench, through, seed, workers, failFast, maxFailures,
            repeat, untilFailure, retry, failOnFlaky, resume, outFolder, keep, wait, watch, noBuild,
        };
        desk.AddTo(command);
        command.Validators.Add(Check);
        command.SetAction((parsed, _) => RunAsync(parsed));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var repository = Repository.Find() with { Out = parsed.GetValue(outFolder) };
        var options = Options(parsed);
        if (parsed.GetValue(list))
        {
            ScenarioList.Write(RunPlan.Select(options, FeatureCatalogue.Read(new(repository.Features)), repository), console);
            return ExitCode.Passed;
        }

        if (parsed.GetValue(dryRun))
        {
            var scenarios = RunPlan.Select(options, FeatureCatalogue.Read(new(repository.Features)), repository);
            return await new DryRun(repository, console).RunAsync(scenarios, options.Build, interrupted);
        }

        if (!parsed.GetValue(watch))
        {
            return await new FeatureRunner(repository, console).RunAsync(options, interrupted);
        }

        using var watching = new Watch(repository, console);
        return await watching.RunAsync(options, interrupted);
    }

    private RunOptions Options(ParseResult parsed) => new()
    {
        Selection = new() { Paths = parsed.GetValue(paths) ?? [], Name = parsed.GetValue(name), Tags = parsed.GetValue(tags) },
        LastFailed = parsed.GetValue(lastFailed),
        Shard = parsed.GetValue(shard) is { } part
            ? part with { Durations = parsed.GetValue(durations) is { } file ? Shard.ReadDurations(file) : part.Durations }
            : null,
        Resume = parsed.GetValue(resume),
        BenchFile = parsed.GetValue(bench),
        ThroughBrowser = parsed.GetValue(through) == "browser",
        Seed = parsed.GetValue(seed),
        Build = !parsed.GetValue(noBuild),
        Workers = parsed.GetValue(workers),
        MaxFailures = parsed.GetValue(failFast) ? 1 : parsed.GetValue(maxFailures),
        Repeat = parsed.GetValue(repeat),
        UntilFailure = parsed.GetValue(untilFailure),
        Retry = parsed.GetValue(retry) ?? 0,
        Desk = desk.Read(parsed),
        Wait = parsed.GetValue(wait),
        Keep = parsed.GetValue(keep),
        FailOnFlaky = parsed.GetValue(failOnFlaky),
        CommandLine = $"run-lab {string.Join(' ', parsed.Tokens.Select(t => t.Value.Contains(' ') ? $"\"{t.Value}\"" : t.Value))}",
    };

    private void Check(CommandResult result)
    {
        Symbol[] picked = [paths, name, tags, lastFailed, shard, bench, through, seed, repeat, untilFailure];
        if (Said(result, resume) && Array.Find(picked, s => Said(result, s)) is { } other)
        {
            result.AddError($"--resume goes on as its run was started; leave {other.Name} out");
        }
        else if (Said(result, failFast) && Said(result, maxFailures))
        {
            result.AddError("--fail-fast is --max-failures 1; give one of them");
        }
        else if (Said(result, durations) && !Said(result, shard))
        {
            result.AddError("--durations is for --shard");
        }
        else if (Said(result, outFolder) && result.GetValue(outFolder) is "")
        {
            result.AddError("--out is empty; name a folder");
        }
        else if (Said(result, failOnFlaky) && !Said(result, retry))
        {
            result.AddError("--fail-on-flaky needs --retry: without it no scenario is flaky");
        }
    }

    private static bool Said(CommandResult result, Symbol symbol) => symbol switch
    {
        Option option => result.GetResult(option) is { Implicit: false },
        Argument argument => result.GetResult(argument) is { Tokens.Count: > 0 },
        _ => false,
    };

    private static Option<string?> Text(string option, string help, string what) => new(option) { Description = what, HelpName = help };

    private static Option<int?> Number(string option, string help, int least, string what) => new(option)
    {
        Description = what,
        HelpName = help,
        CustomParser = result => ReadNumber(option, least, result),
    };

    private static int? ReadNumber(string option, int least, ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least)
        {
            return number;
        }

        result.AddError($"{option} '{text}' is not a whole number{(least == int.MinValue ? ", such as 711149" : $" from {least}")}");
        return null;
    }

    private static Shard? ReadShard(ArgumentResult result)
    {
        if (Shard.Parse(result.Tokens[0].Value) is { } part)
        {
            return part;
        }

        result.AddError($"--shard '{result.Tokens[0].Value}' is not a part: 2/5 is the second of five");
        return null;
    }
}

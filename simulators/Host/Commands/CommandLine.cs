using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Tags;
using PairingLab.Drivers.Words;
using PairingLab.Host.Runs;
using PairingLab.Host.Site;
using PairingLab.Kernel.Store;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Commands;

/// <summary>The program's commands; without one, it is <c>run</c>.</summary>
public static partial class CommandLine
{
    private const string Tool = "pairinglab";

    // As it was typed: by the door of the repository, or as a tool.
    private static readonly string Name =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath ?? "") == Tool ? Tool : "run-lab";

    /// <summary>Does what the arguments say; gives the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, LabConsole console)
    {
        using var interruption = new Interruption();
        var root = Root(console, interruption.Token);

        try
        {
            var parsed = Parse(args, root);
            if (parsed.Errors.Count > 0)
            {
                console.Complain(Mistake(parsed, root));
                return ExitCode.LabError;
            }

            // Interruptions are ours: a stopped run still writes its report.
            var code = await parsed.InvokeAsync(Invocation(console));
            if (args is ["--help" or "-h" or "-?"])
            {
                console.Say($"{Name} without a command is {Name} run:");
                console.Say();
                await Parse(["run", "--help"], root).InvokeAsync(Invocation(console));
            }

            return code;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            console.Complain("stopped");
            return ExitCode.LabError;
        }
        catch (Exception e) when (IsPlain(e))
        {
            console.Complain(e.Message);
            return ExitCode.LabError;
        }
    }

    /// <summary>What is wrong with arguments, before anything is done; null when nothing is.</summary>
    internal static string? WhyNot(string[] args)
    {
        var root = Root(new(TextWriter.Null, TextWriter.Null, isRedirected: true), CancellationToken.None);
        var parsed = Parse(args, root);
        return parsed.Errors.Count > 0 ? Mistake(parsed, root) : null;
    }

    private static InvocationConfiguration Invocation(LabConsole console) => new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
        Output = console.Output,
    };

    // A tag begins with an @, which is no name of a response file here.
    private static ParseResult Parse(string[] args, Command root) =>
        root.Parse(WithCommand(args, root), new() { ResponseFileTokenReplacer = null });

    // No RootCommand: that one has the name of the assembly, which nobody types.
    private static Command Root(LabConsole console, CancellationToken interrupted) => new(Name, "A lab that pairs point-of-sale devices.")
    {
        new HelpOption(),
        new VersionOption(),
        new RunCommand(console, interrupted).Command(),
        new HostCommand(console, interrupted).Command(),
        new TestCommand(console, interrupted).Command(),
        new ReportCommand(console).Command(),
        new MergeCommand(console).Command(),
        new HistoryCommand(console).Command(),
        new TraceCommand().Command(),
        new CompareCommand(console).Command(),
        new CertifyCommand(console, interrupted).Command(),
        new BenchCommand(console).Command(),
        new DoctorCommand(console, interrupted).Command(),
        new MonitorCommand(console, interrupted).Command(),
        new RecordCommand(console, interrupted).Command(),
        new ReplayCommand(console, interrupted).Command(),
        new VerifyCommand(console).Command(),
    };

    private static string Mistake(ParseResult parsed, Command root) =>
        parsed.CommandResult.Command == root && parsed.UnmatchedTokens is [var word, ..]
            ? $"no command '{word}'; {(Nearest(word, root) is { } near ? $"did you mean '{near}'?" : $"there are: {Commands(root)}")}"
            : $"{Plain(parsed.Errors[0].Message)}; {Typed(parsed.CommandResult.Command, root)} --help shows what there is";

    private static string Typed(Command command, Command root) => command == root ? Name : $"{Name} {command.Name}";

    // The library names the type that it can't read a value as; a person wants to know what to type.
    private static string Plain(string message) => WrongType().Match(message) is { Success: true } wrong
        ? $"{wrong.Groups["option"].Value} '{wrong.Groups["value"].Value}' is not a "
            + (wrong.Groups["type"].Value.Contains("Int", StringComparison.Ordinal) ? "whole number" : "number")
        : message.TrimEnd('.', '\n');

    private static string Commands(Command root) => string.Join(", ", root.Subcommands.Select(c => c.Name));

    // A word alone may be a folder of features too.
    private static string? Nearest(string word, Command root) => DidYouMean.To(
        word, root.Subcommands.Select(c => c.Name)
            .Concat(Directory.EnumerateDirectories(Repository.Find().Features).Select(f => Path.GetFileName(f)!)));

    private static string[] WithCommand(string[] args, Command root) =>
        args is [] || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"))
            || (!root.Subcommands.Any(c => c.Name == args[0]) && Selection.IsPath(args[0])) ? ["run", .. args] : args;

    /// <summary>Whether a message says all that the person needs: what is wrong and what would be right.</summary>
    internal static bool IsPlain(Exception e) => e is CommandException or BenchFileException or TagExpressionException or NoBrowserException
        or SiteException or StoreException or GherkinException or PosDescriptionException
        or BenchActionException or Drivers.Serial.SerialLineException
        or IOException or InvalidDataException or UnauthorizedAccessException;

    [GeneratedRegex(
        "^Cannot parse argument '(?<value>.*)' for option '(?<option>.*)' as expected type '(?<type>.*)'", RegexOptions.ExplicitCapture)]
    private static partial Regex WrongType();
}

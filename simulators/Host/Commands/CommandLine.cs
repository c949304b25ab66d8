using System.CommandLine;
using PairingLab.Drivers.Bench;
using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Certification;
using PairingLab.Drivers.Tags;
using PairingLab.Host.Site;
using PairingLab.Kernel.Store;
using PairingLab.Reports.Gherkin;

namespace PairingLab.Host.Commands;

/// <summary>The program's commands; without one, it is <c>run</c>.</summary>
public static class CommandLine
{
    /// <summary>Does what the arguments say; gives the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, LabConsole console)
    {
        using var interruption = new Interruption();
        var root = Root(console, interruption.Token);

        // A tag begins with an @, which is no name of a response file here.
        var parsed = root.Parse(WithCommand(args), new() { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            console.Complain(Mistake(parsed, root));
            return ExitCode.LabError;
        }

        try
        {
            // Interruptions are ours: a stopped run still writes its report.
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }).ConfigureAwait(false);
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

    private static RootCommand Root(LabConsole console, CancellationToken interrupted) => new("A lab that pairs point-of-sale devices.")
    {
        new RunCommand(console, interrupted).Command(),
        new HostCommand(console, interrupted).Command(),
        new TestCommand(console, interrupted).Command(),
        new ReportCommand(console).Command(),
        new CertifyCommand(console, interrupted).Command(),
    };

    private static string Mistake(ParseResult parsed, RootCommand root) =>
        parsed.CommandResult.Command == root && parsed.UnmatchedTokens is [var word, ..]
            ? $"no command '{word}'; there are: {string.Join(", ", root.Subcommands.Select(c => c.Name))}"
            : $"{parsed.Errors[0].Message.TrimEnd('.', '\n')}; run-lab {parsed.CommandResult.Command.Name} --help shows what there is";

    private static string[] WithCommand(string[] args) =>
        args is [] || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version")) ? ["run", .. args] : args;

    /// <summary>Whether a message says all that the person needs: what is wrong and what would be right.</summary>
    private static bool IsPlain(Exception e) => e is CommandException or BenchFileException or TagExpressionException or NoBrowserException
        or SiteException or StoreException or GherkinException or PosDescriptionException or IOException or InvalidDataException or UnauthorizedAccessException;
}

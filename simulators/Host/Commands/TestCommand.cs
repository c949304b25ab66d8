using System.CommandLine;
using PairingLab.Drivers.Browser;

namespace PairingLab.Host.Commands;

/// <summary>test: runs every test of the repository.</summary>
public sealed class TestCommand(LabConsole console, CancellationToken interrupted)
{
    private const string Solution = "PairingLab.sln";

    /// <summary>The command.</summary>
    public Command Command()
    {
        var command = new Command("test", "Runs every test of the repository, the features too");
        command.SetAction((_, _) => RunAsync());
        return command;
    }

    private async Task<int> RunAsync()
    {
        var repository = Repository.Find();
        await new Build(repository, console).DoAsync("building everything", Solution, interrupted);
        if (await new BrowserInstaller(new(BrowserMachine.This), InstallMachine.This, l => console.Say(l)).LookOrInstallAsync() is null)
        {
            console.Say("no browser: the tests that need one are skipped");
        }

        var results = repository.NewRun(TimeProvider.System, "tests-");
        var code = await new Dotnet(repository).RunAsync(Arguments(results), Show, cancel: interrupted);
        return Sum(TestTotals.Read(results), code, results);
    }

    // One project after the other: tests with time limits share the machine with nobody.
    private static string[] Arguments(DirectoryInfo results) =>
        ["test", Solution, "--no-build", "-nologo", "-m:1", "--logger", "trx", "--results-directory", results.FullName];

    private void Show(string line)
    {
        if (line.StartsWith("Passed! ", StringComparison.Ordinal)
            || line.StartsWith("Failed! ", StringComparison.Ordinal)
            || line.StartsWith("  Failed ", StringComparison.Ordinal))
        {
            console.Say(line);
        }
    }

    private int Sum(TestTotals totals, int code, DirectoryInfo results)
    {
        foreach (var failure in totals.Failures)
        {
            console.Say($"FAILED   {failure}");
        }

        var broken = code != 0 && totals.Failed == 0;
        if (broken)
        {
            console.Complain("dotnet test failed although no test did: a test process may have died; try dotnet test PairingLab.sln");
        }

        console.Say($"results: {results.FullName}");
        console.Say(totals.ToString());
        foreach (var reason in totals.SkipReasons)
        {
            console.Say($"skipped  {reason}");
        }

        return totals.Failed > 0 ? ExitCode.Failed : broken || totals.Passed == 0 ? ExitCode.LabError : ExitCode.Passed;
    }
}

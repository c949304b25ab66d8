using System.Diagnostics;

namespace PairingLab.Reports.Tests;

/// <summary>Runs Node scripts with the official Cucumber packages, which it installs when they are missing.</summary>
public sealed class Npm
{
    private const string MissingNpm = "needs Node and npm, which are not there or could not install the Cucumber packages";

    // Shared by all test classes: two installations into one folder at a time would spoil each other.
    private static readonly Lazy<bool> Installed = new(Install);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "npm");

    /// <summary>Runs a script of the npm folder and gives what it printed; skips the test when there is no Node.</summary>
    public static string Run(string script, params IEnumerable<string> arguments)
    {
        Assert.SkipUnless(Installed.Value, MissingNpm);
        var (code, output, error) = Start("node", [script, .. arguments]);
        code.ShouldBe(0, error);
        return output;
    }

    private static bool Install()
    {
        if (Directory.Exists(Path.Combine(Folder, "node_modules", "@cucumber", "html-formatter")))
        {
            return true;
        }

        try
        {
            var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
            return Start(npm, ["install", "--no-package-lock", "--no-audit", "--no-fund"]).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int Code, string Output, string Error) Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}

using System.Diagnostics;

namespace PairingLab.Host.Commands;

/// <summary>Runs the dotnet program of the SDK in the repository.</summary>
public sealed class Dotnet(Repository repository)
{
    private static readonly string Program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? Environment.ProcessPath!
        : "dotnet";

    /// <summary>
    /// Runs it and hands each line of its output on; gives its exit code. Cancelled, it is ended with all that it started.
    /// </summary>
    public async Task<int> RunAsync(
        IEnumerable<string> arguments,
        Action<string> line,
        IReadOnlyDictionary<string, string>? variables = null,
        CancellationToken cancel = default,
        Action<StreamWriter?>? input = null)
    {
        using var process = new Process
        {
            StartInfo = Start(arguments, variables ?? new Dictionary<string, string>(StringComparer.Ordinal)),
        };
        var gate = new Lock();
        process.OutputDataReceived += Take;
        process.ErrorDataReceived += Take;
        process.Start();

        // The person's keyboard belongs to the questions of the run; what the process is told comes from who started it.
        if (input is null)
        {
            process.StandardInput.Close();
        }

        input?.Invoke(process.StandardInput);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);

            // The report of what it did must not be written while it is still dying.
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
        finally
        {
            input?.Invoke(null);
        }

        return process.ExitCode;

        void Take(object sender, DataReceivedEventArgs e)
        {
            lock (gate)
            {
                if (e.Data is { } text)
                {
                    line(text);
                }
            }
        }
    }

    private ProcessStartInfo Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // Build nodes that stay behind would keep this process's output open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;

namespace PairingLab.Host.Tests.Commands;

/// <summary>The program as a person starts it: a process of its own.</summary>
internal sealed class LabProcess : IAsyncDisposable
{
    /// <summary>Ends a run that hangs; a slow machine that runs browsers for three tests at once may take minutes.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "PairingLab.Host.dll");

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = [];
    private readonly SemaphoreSlim more = new(0);

    private LabProcess(Process process) => this.process = process;

    /// <summary>
    /// Whether a program started here hears Ctrl-C: in a job that a shell put into the background SIGINT is ignored,
    /// and so by all that it starts.
    /// </summary>
    public static bool HearsCtrlC { get; } = !OperatingSystem.IsWindows() && !IsInterruptIgnored();

    /// <summary>All that it said so far.</summary>
    public string Output => string.Join('\n', lines);

    public static LabProcess Start(params IEnumerable<string> args) => StartIn(null, args);

    /// <summary>Starts it with a folder of its own for runs, their history and what failed last.</summary>
    public static LabProcess StartIn(string? reports, params IEnumerable<string> args) =>
        StartWith(reports is null ? [] : [("PAIRINGLAB_REPORTS", reports)], args);

    /// <summary>Starts it with these environment variables.</summary>
    public static LabProcess StartWith(IEnumerable<(string Name, string Value)> environment, params IEnumerable<string> args) =>
        StartProgram(Program, environment, args);

    /// <summary>Starts another program of the lab.</summary>
    public static LabProcess StartProgram(
        string program, IEnumerable<(string Name, string Value)> environment, params IEnumerable<string> args) =>
        Start("dotnet", environment, [program, .. args]);

    /// <summary>Starts it where it may have only so many files open.</summary>
    public static LabProcess StartWithFiles(int most, params IEnumerable<string> args) =>
        Start("sh", [], ["-c", $"ulimit -n {most}; exec dotnet \"$@\"", "sh", Program, .. args]);

    private static LabProcess Start(string program, IEnumerable<(string Name, string Value)> environment, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var lab = new LabProcess(new() { StartInfo = start });
        lab.process.OutputDataReceived += lab.Take;
        lab.process.ErrorDataReceived += lab.Take;
        lab.process.Start();
        lab.process.BeginOutputReadLine();
        lab.process.BeginErrorReadLine();
        return lab;
    }

    /// <summary>Whether it still runs.</summary>
    public bool Runs => !process.HasExited;

    /// <summary>How many files and sockets it has open; Linux.</summary>
    public int OpenFiles => Directory.GetFileSystemEntries($"/proc/{process.Id}/fd").Length;

    /// <summary>Types a line.</summary>
    public void Type(string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
    }

    /// <summary>The rest of the first line that begins so.</summary>
    public async Task<string> LineAsync(string beginning)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var ended = process.HasExited;
            if (lines.FirstOrDefault(l => l.StartsWith(beginning, StringComparison.Ordinal)) is { } line)
            {
                return line[beginning.Length..].Trim();
            }

            ended.ShouldBeFalse($"it ended before it said '{beginning}':\n{Output}");
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Limit, $"it never said '{beginning}':\n{Output}");
            await more.WaitAsync(100);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    /// <summary>Sends a signal and gives the exit code.</summary>
    public async Task<int> SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        return await EndAsync();
    }

    /// <summary>Waits for its end and gives the exit code.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await EndAsync();
        }

        process.Dispose();
        more.Dispose();
    }

    private static bool IsInterruptIgnored()
    {
        const string Status = "/proc/self/status"; // proc(5): SigIgn is a mask in hex, SIGINT its second bit
        const string Ignored = "SigIgn:";
        return File.Exists(Status)
            && File.ReadLines(Status).FirstOrDefault(l => l.StartsWith(Ignored, StringComparison.Ordinal)) is { } line
            && (Convert.ToUInt64(line[Ignored.Length..].Trim(), 16) & 2) != 0;
    }

    private void Take(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is { } line)
        {
            lines.Enqueue(line);
            more.Release();
        }
    }
}

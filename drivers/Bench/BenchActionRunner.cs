using System.Diagnostics;

namespace PairingLab.Drivers.Bench;

/// <summary>Does what a bench file says about equipment: runs a command of this machine's shell, or sends an HTTP request.</summary>
public sealed class BenchActionRunner(HttpClient http)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Does it; throws <see cref="BenchActionException"/> when it does not succeed.</summary>
    /// <param name="what">What it is for, in words.</param>
    /// <param name="action">What to do.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task DoAsync(string what, BenchAction action, CancellationToken cancel = default)
    {
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            var wrong = action.Request is { } request
                ? await SendAsync(request.Method, request.Address, either.Token)
                : await RunAsync(action.Text, either.Token);
            if (wrong is not null)
            {
                throw new BenchActionException($"{what}: '{action.Text}' {wrong}");
            }
        }
        catch (HttpRequestException e)
        {
            throw new BenchActionException($"{what}: '{action.Text}' got no answer: {e.Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new BenchActionException($"{what}: '{action.Text}' took longer than {Limit.TotalSeconds:0} s");
        }
    }

    private async Task<string?> SendAsync(string method, Uri address, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await http.SendAsync(request, cancel);
        return answer.IsSuccessStatusCode ? null : $"was answered with {(int)answer.StatusCode}";
    }

    private static async Task<string?> RunAsync(string command, CancellationToken cancel)
    {
        var (shell, flag) = OperatingSystem.IsWindows() ? ("cmd.exe", "/c") : ("/bin/sh", "-c");
        using var process = Process.Start(new ProcessStartInfo(shell, [flag, command])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = await process.StandardError.ReadToEndAsync(cancel);
            await output;
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0 ? null : $"ended with {process.ExitCode}: {errors.Trim()}".TrimEnd(' ', ':');
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}

/// <summary>The bench's equipment did not do what it should: the lab's error.</summary>
public sealed class BenchActionException(string message) : Exception(message);

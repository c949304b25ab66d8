using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using PairingLab.AccessControl.Tests.Api;
using PairingLab.AccessControl.Tests.ThirdParties;

namespace PairingLab.AccessControl.Tests.Processes;

/// <summary>MACS in a process of its own, with real time.</summary>
internal sealed class MacsProcess : IDisposable
{
    public const string Secret = "the secret of the card numbers in these tests";

    private readonly Process process;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };

    private readonly ConcurrentQueue<string> said = [];

    private MacsProcess(Process process, string address)
    {
        (this.process, Address) = (process, address);
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    public string Address { get; }

    /// <summary>All that it wrote to its error output.</summary>
    public string Said => string.Join('\n', said);

    public static async Task<MacsProcess> StartAsync(string database, PlayedParties? parties = null)
    {
        var program = typeof(MacsProcess).Assembly.Location;
        string[] others = parties is null ? [] : [parties.Settings.AsiAddress, parties.Settings.MrsAddress];
        var started = Process.Start(
            new ProcessStartInfo("dotnet", [program, "macs", database, Secret, .. others])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
                UseShellExecute = false
            })!;
        var address = await started.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);
        return new(started, address ?? throw new InvalidOperationException($"MACS did not start: exit code {started.ExitCode}"));
    }

    /// <summary>Sends a request as a paired device; null when the process died under it.</summary>
    public async Task<HttpResponseMessage?> PostAsync(string serial, string path, object body)
    {
        try
        {
            using var request =
                new HttpRequestMessage(HttpMethod.Post,
                    Address + path)
                { Content = JsonContent.Create(body, body.GetType(), options: LabJson.Options) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Tokens.Of(serial, TimeProvider.System.GetUtcNow()));
            var answer = await http.SendAsync(request);
            await answer.Content.LoadIntoBufferAsync();
            return answer;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>SIGKILL: nothing is finished, nothing is flushed.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
        http.Dispose();
    }
}

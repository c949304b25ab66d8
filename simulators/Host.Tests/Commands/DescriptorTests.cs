using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using PairingLab.Drivers.Wire;
using PairingLab.Kernel.Network;

namespace PairingLab.Host.Tests.Commands;

/// <summary>A lab that may have few files open refuses connections, and goes on.</summary>
public sealed class DescriptorTests : IDisposable
{
    private const int Idle = 600;

    /// <summary>What a lab that has time to spare may take for something that it does.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient http = new();
    private readonly List<Socket> sockets = [];

    [Fact]
    public async Task Idle_connections_to_all_its_ports_are_refused_in_words_before_none_is_left_and_it_answers_again_afterwards()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a limit of open files");
        await using var host = LabProcess.StartWithFiles(Descriptors.FewestForALab, "host", "--port", "0");
        var lab = new Uri(await host.LineAsync("bench page"));
        await host.LineAsync("Ctrl-C");
        var directory = await new DirectoryClient(http, lab).ReadAsync();
        var ports = directory.Systems.Select(s => s.Api).OfType<string>().Append(lab.AbsoluteUri)
            .Select(a => new Uri(a).Port).Where(p => p > 0).Distinct().ToList();
        ports.Count.ShouldBeGreaterThan(4);

        var said = (await Task.WhenAll(Enumerable.Range(0, Idle).Select(i => ConnectAsync(ports[i % ports.Count])))).ToList();
        var refused = new List<string>();
        while (refused.Count < Idle - Descriptors.FewestForALab + 192)
        {
            var next = await Task.WhenAny(said).WaitAsync(Patience, TestContext.Current.CancellationToken);
            said.Remove(next);
            refused.Add(await next);
        }

        host.Runs.ShouldBeTrue(host.Output);
        refused.ShouldContain(r => r.StartsWith("HTTP/1.1 503", StringComparison.Ordinal)
            && r.Contains("the lab has no room for another connection", StringComparison.Ordinal));
        sockets.ForEach(s => s.Dispose());
        await AnswersAgainAsync(lab, host);
        (await http.GetFromJsonAsync<List<DeviceRow>>(new Uri(lab, "/lab/devices")))!.Count.ShouldBe(directory.Devices.Count);
    }

    [Fact]
    public async Task A_lab_that_may_open_too_few_files_says_so_instead_of_a_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a limit of open files");
        await using var host = LabProcess.StartWithFiles(256, "host", "--port", "0");

        (await host.EndAsync()).ShouldBe(2, host.Output);
        host.Output.ShouldBe(
            "run-lab: this process may have 256 files open at a time, and a lab needs 768; raise the limit: ulimit -n 1024");
    }

    [Fact]
    public async Task A_device_that_can_not_be_made_or_goes_leaves_no_file_open()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /proc");
        await using var host = LabProcess.Start("host", "--port", "0", "--system", "commander");
        var lab = new Uri(await host.LineAsync("bench page"));
        await host.LineAsync("Ctrl-C");
        await RoundAsync(lab);
        var before = host.OpenFiles;

        for (var round = 0; round < 20; round++)
        {
            await RoundAsync(lab);
        }

        // One leak a round would be 20; a connection that is being closed is none.
        host.OpenFiles.ShouldBeLessThan(before + 15);
    }

    public void Dispose()
    {
        sockets.ForEach(s => s.Dispose());
        http.Dispose();
    }

    /// <summary>Devices that are wrong in each way, and one that comes and goes.</summary>
    private async Task RoundAsync(Uri lab)
    {
        foreach (var wrong in (string[])
            [
                """{"id":"pos-9","kind":"pos-workstation","model":"none"}""", """{"id":"pos-9","kind":"pos-workstation","base":"x"}""",
                """{"id":"pos-9","kind":"pos-workstation","baud":7}""", """{"id":"pos-9","kind":"pos-workstation","parity":"x"}""",
                """{"id":"pos-1","kind":"pos-workstation"}""", """{"id":"com-9","kind":"commander-display","parity":"x"}""",
                """{"id":"com-9","kind":"commander-display","baud":7}""", """{"id":"no id","kind":"commander-display"}""",
            ])
        {
            ((int)await PostAsync(lab, wrong)).ShouldBe(400, wrong);
        }

        foreach (var (id, kind) in ((string, string)[])[("com-8", "commander-display"), ("pos-8", "pos-workstation")])
        {
            ((int)await PostAsync(lab, $$"""{"id":"{{id}}","kind":"{{kind}}"}""")).ShouldBe(201);
            using var gone = await http.DeleteAsync(new Uri(lab, $"/lab/devices/{id}"));
            gone.EnsureSuccessStatusCode();
        }
    }

    private async Task<System.Net.HttpStatusCode> PostAsync(Uri lab, string device)
    {
        using var body = new StringContent(device, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(lab, "/lab/devices"), body);
        return answer.StatusCode;
    }

    /// <summary>What the lab says to a connection that asks nothing: nothing, until it refuses it.</summary>
    private async Task<Task<string>> ConnectAsync(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (sockets)
        {
            sockets.Add(socket);
        }

        try
        {
            await socket.ConnectAsync("127.0.0.1", port);
        }
        catch (SocketException e)
        {
            return Task.FromResult(e.Message);
        }

        return ReadAsync(socket);
    }

    private static async Task<string> ReadAsync(Socket socket)
    {
        var said = new byte[1_000];
        try
        {
            return Encoding.ASCII.GetString(said, 0, await socket.ReceiveAsync(said));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return e.Message;
        }
    }

    /// <summary>It has to see first that they are gone.</summary>
    private async Task AnswersAgainAsync(Uri lab, LabProcess host)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(lab, "/lab/directory"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Refused still.
            }

            host.Runs.ShouldBeTrue(host.Output);
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Patience);
        }
    }

    private sealed record DeviceRow(string Id);
}

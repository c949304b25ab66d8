using System.ComponentModel;
using System.Diagnostics;
using PairingLab.Clients;
using PairingLab.Host.Commands;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Documents;

/// <summary>The examples of docs/clients, run as they stand there beside a hosted lab. Those that pair a device are short.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pairinglab-clients-");
    private LabSite site = null!;

    private static string Clients => Path.Combine(Repository.Find().Root, "docs", "clients");

    public async ValueTask InitializeAsync() => site = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample);

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Each_example_that_pairs_a_device_has_40_lines_at_most()
    {
        var examples = Directory.GetFiles(Clients, "*air*").ToDictionary(f => Path.GetFileName(f)!, f => File.ReadLines(f).Count());
        examples.Keys.Order().ShouldBe(["PairWorkstation.cs", "pair_eftpos.py", "pair_macs.mjs"]);
        examples.Values.ShouldAllBe(lines => lines <= 40);
    }

    [Fact]
    public async Task Python_pairs_an_EFTPOS_terminal_and_takes_a_payment() =>
        (await RunAsync("python3", Path.Combine(Clients, "pair_eftpos.py"))).ShouldBe(["paired with tid101", "Transaction approved"]);

    [Fact]
    public async Task JavaScript_pairs_a_MACS_device_and_lets_a_card_in() =>
        (await RunAsync("node", Path.Combine(Clients, "pair_macs.mjs"))).ShouldBe(["MACS-1 PAIRED", "Alpha Gold COMPLETED"]);

    [Fact]
    public async Task CSharp_pairs_a_workstation()
    {
        // Beside the sources of the lab it would be built by their rules.
        var file = Path.Combine(folder.FullName, "PairWorkstation.cs");
        File.Copy(Path.Combine(Clients, "PairWorkstation.cs"), file);
        (await RunAsync("dotnet", "run", file)).ShouldBe(["Successfully Paired"]);
    }

    [Fact]
    public async Task CSharp_is_a_workstation_of_its_own()
    {
        using var client = new OwnWorkstation(new(site.Address));
        using var certificate = await client.PairAsync("till-1").WaitAsync(Patience, TimeProvider.System);
        certificate.Subject.ShouldBe("CN=till-1");
        certificate.HasPrivateKey.ShouldBeTrue();
    }

    private async Task<string[]> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, [.. arguments, site.Address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Started(start);
        using var limit = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        process.ExitCode.ShouldBe(0, $"{output}\n{await errors}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{start.FileName} is not here");
            throw;
        }
    }
}

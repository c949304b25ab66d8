using System.ComponentModel;
using System.Diagnostics;
using PairingLab.Clients;
using PairingLab.Host.Commands;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Documents;

/// <summary>The examples of docs/clients, run as they stand there beside a hosted lab.</summary>
public sealed class ClientTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private LabSite site = null!;

    public async ValueTask InitializeAsync() => site = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Python_pairs_an_EFTPOS_terminal_and_takes_a_payment() =>
        (await RunAsync("python3", "pair_eftpos.py")).ShouldBe(["paired with tid101", "Transaction approved"]);

    [Fact]
    public async Task JavaScript_pairs_a_MACS_device_and_lets_a_card_in() =>
        (await RunAsync("node", "pair_macs.mjs")).ShouldBe(["MACS-1 PAIRED", "Alpha Gold COMPLETED"]);

    [Fact]
    public async Task CSharp_pairs_a_workstation()
    {
        using var client = new PairWorkstation(new(site.Address));
        using var certificate = await client.PairAsync("till-1").WaitAsync(Patience, TimeProvider.System);
        certificate.Subject.ShouldBe("CN=till-1");
        certificate.HasPrivateKey.ShouldBeTrue();
    }

    private async Task<string[]> RunAsync(string program, string file)
    {
        var start = new ProcessStartInfo(program, [Path.Combine(Repository.Find().Root, "docs", "clients", file), site.Address])
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

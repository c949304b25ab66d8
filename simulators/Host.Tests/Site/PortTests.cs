using System.Net;
using System.Net.Sockets;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>A hosted lab that is started again on its data folder is where it was: devices and people have stored its addresses.</summary>
public sealed class PortTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("pairinglab-");

    public static TheoryData<string> SystemNames => new(PairingSystems.BuiltIn.All.Select(s => s.Name));

    public void Dispose() => data.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(SystemNames))]
    public async Task A_system_keeps_its_addresses_over_a_restart(string system)
    {
        var before = await AddressesAsync(system);
        before.ShouldNotBeEmpty();
        (await AddressesAsync(system)).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(SystemNames))]
    public async Task A_system_whose_port_is_taken_has_another_one_and_keeps_that(string system)
    {
        var before = await AddressesAsync(system);
        List<string> meanwhile;
        using (var taken = new TcpListener(IPAddress.Loopback, new Uri(before[0]).Port))
        {
            taken.Start();
            meanwhile = await AddressesAsync(system);
        }

        meanwhile[0].ShouldNotBe(before[0]);
        (await AddressesAsync(system)).ShouldBe(meanwhile);
    }

    private async Task<List<string>> AddressesAsync(string system)
    {
        var sample = PairingSystems.BuiltIn.All.Single(s => s.Name == system).SampleDevices;
        await using var site = await LabSite.StartAsync(new() { DataFolder = data.FullName, Systems = [system], Devices = sample });
        return [.. site.Systems.SelectMany(s => s.Directory).Select(d => d.Api).OfType<string>()];
    }
}

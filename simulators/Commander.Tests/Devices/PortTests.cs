using System.Net;
using System.Net.Sockets;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Tests.Devices;

/// <summary>The address of a Commander's API over a restart of the lab; the store is what <c>--data</c> keeps.</summary>
public sealed class PortTests : IDisposable
{
    private readonly MemoryStore store = new();
    private readonly DirectoryInfo lines = Directory.CreateTempSubdirectory("pairinglab-");

    [Fact]
    public async Task A_commander_keeps_its_port_over_a_restart()
    {
        var first = await AddressAfterStartAsync();

        (await AddressAfterStartAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task A_commander_whose_port_is_taken_gets_another_one_and_keeps_that()
    {
        var first = await AddressAfterStartAsync();
        string second;
        using (var taken = new TcpListener(IPAddress.Loopback, new Uri(first).Port))
        {
            taken.Start();
            second = await AddressAfterStartAsync();
        }

        second.ShouldNotBe(first);
        (await AddressAfterStartAsync()).ShouldBe(second);
    }

    public void Dispose()
    {
        store.Dispose();
        lines.Delete(recursive: true);
    }

    private async Task<string> AddressAfterStartAsync()
    {
        var clock = new SteppedClock();
        var tap = new WireTap(clock, new(CommanderSystem.Description));
        await using var system = new CommanderSystem(
            new(clock, new Cables(clock, 1), tap, store, new(lines.FullName, 1), Seed: null), new());
        var info = new DeviceInfo("commander-1", CommanderSystem.DisplayKind, "commander", "Commander");
        await using var commander = system.Make(info, new(info.Id, info.Kind)).Device.ShouldNotBeNull();
        await commander.PowerAsync(true);
        return system.Directory.Single().Api.ShouldNotBeNull();
    }
}

using PairingLab.Kernel.Network;
using PairingLab.TerminalTrust.Api;

namespace PairingLab.TerminalTrust.Tests.Api;

public sealed class VpnEntranceTests
{
    /// <summary>Its power goes between two instructions of its listener: seen once in a run of everything.</summary>
    [Fact]
    public async Task It_can_be_switched_off_at_the_instant_of_its_start()
    {
        await using var site = await RunningServer.StartAsync();
        for (var i = 0; i < 500; i++)
        {
            var entrance = new VpnEntrance(site.Server, () => 1, Listening.OnLoopback);
            entrance.Start(0);
            await entrance.DisposeAsync();
        }
    }
}

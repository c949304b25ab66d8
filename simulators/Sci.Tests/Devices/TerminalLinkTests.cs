using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Web;
using PairingLab.Sci.Devices.Terminal;
using PairingLab.Sci.Tests.Api;

namespace PairingLab.Sci.Tests.Devices;

public sealed class TerminalLinkTests
{
    /// <summary>An answer that overtakes the end of its own request once tore the web socket down, one heartbeat in five.</summary>
    [Fact]
    public async Task A_link_outlives_its_heartbeats()
    {
        await using var sci = await RunningSci.StartAsync();
        var tap = new WireTap(sci.Clock, new(SciSystem.Description));
        var parts = new SiteParts(sci.Clock, new(sci.Clock, 1), tap, new MemoryStore(), new("unused", 1), Seed: 1);
        await using var terminal = new Device<TerminalState, TerminalRequest, TerminalReply>(
            new("eftpos-1", "eftpos-terminal", "sci", "T1"),
            parts,
            new TerminalLogic("eftpos-1", sci.Service.Settings),
            () => new TerminalClient(
                new(parts.Cables.Lay("eftpos-1"), parts.Tap, new()), $"{sci.Servers.Terminals}/v1/terminals/eftpos-1"),
            typeof(EftposTerminalView));
        await terminal.PowerAsync(on: true);

        for (var beat = 0; beat < 200; beat++)
        {
            await sci.Clock.AdvanceAsync(sci.Service.Settings.Heartbeat);
            terminal.State!.Link.ShouldBe(LinkStatus.Up, $"after {beat + 1} heartbeats");
        }

        sci.Servers.Hub.IsConnected("eftpos-1").ShouldBeTrue();
    }
}

using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Serial;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Kernel.Web;

namespace PairingLab.TerminalTrust.Tests.Api;

/// <summary>What the lab's directory says of a server.</summary>
public sealed class DirectoryTests
{
    [Fact]
    public async Task The_openapi_addresses_of_the_directory_are_read_without_a_certificate()
    {
        var clock = new SteppedClock();
        await using var system = new TerminalTrustSystem(
            new(
                clock, new Cables(clock, 1), new WireTap(clock, new(TerminalTrustSystem.Description)), new MemoryStore(),
                new SerialLines("unused", 1), 1, null),
            new());
        var (cas, _) = system.Make(new("cas-1", "cas", "terminal-trust", "CAS"), new("cas-1", "cas"));
        await using var lent = cas;
        system.Directory.Single().Openapi.ShouldBeNull("without power there is nothing to read");
        await cas!.PowerAsync(on: true);

        var card = system.Directory.Single();
        using var http = new HttpClient();
        (await PathsAsync(card.Openapi!)).ShouldContain("/terminal/hello");
        (await PathsAsync(card.Credentials["masterOpenapi"])).ShouldContain("/terminal/status");

        async Task<IEnumerable<string>> PathsAsync(string at) =>
            [.. JsonDocument.Parse(await http.GetStringAsync(at)).RootElement.GetProperty("paths").EnumerateObject().Select(p => p.Name)];
    }
}

using System.Net.Sockets;
using System.Text.Json;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>A lab that others are to use: every server follows the address, and clients find them by the name that they know.</summary>
public sealed class ListeningTests : IDisposable
{
    private const string Token = "0123456789abcdef";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("pairinglab-");

    public void Dispose() => data.Delete(recursive: true);

    /// <summary>127.0.0.2 stands for an address of this machine on a network: what listens on 127.0.0.1 alone refuses it.</summary>
    [Fact]
    public async Task Every_address_of_the_directory_leads_a_client_to_a_server_by_the_name_it_used()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has 127.0.0.2 without being told");
        await using var site = await StartAsync(new() { Address = "0.0.0.0", Token = Token });
        var addresses = await AddressesAsync(site, "127.0.0.2");
        addresses.Count.ShouldBeGreaterThan(10);
        foreach (var address in addresses)
        {
            address.Host.ShouldBe("127.0.0.2", $"{address}");
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port);
        }
    }

    [Fact]
    public async Task By_itself_nothing_can_be_reached_from_elsewhere()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has 127.0.0.2 without being told");
        await using var site = await StartAsync(new());
        foreach (var address in await AddressesAsync(site, "127.0.0.1"))
        {
            using var client = new TcpClient();
            await Should.ThrowAsync<SocketException>(client.ConnectAsync("127.0.0.2", address.Port), $"{address}");
        }
    }

    [Fact]
    public async Task With_a_port_base_all_systems_have_ports_from_there_on_and_keep_them()
    {
        var first = Random.Shared.Next(20, 31) * 1000;
        List<int> before;
        await using (var site = await StartAsync(new() { PortBase = first, DataFolder = data.FullName }))
        {
            before = await PortsAsync(site);
        }

        before.ShouldAllBe(p => p >= first && p < first + 1000);
        await using var again = await StartAsync(new() { PortBase = first, DataFolder = data.FullName });
        (await PortsAsync(again)).ShouldBe(before);
    }

    private static Task<LabSite> StartAsync(SiteOptions options) =>
        LabSite.StartAsync(options with { Devices = PairingSystems.BuiltIn.Sample.Devices });

    /// <summary>The ports of the systems; those of devices are for one power-on.</summary>
    private static async Task<List<int>> PortsAsync(LabSite site) =>
        [.. (await AddressesAsync(site, "127.0.0.1")).Where(a => a.Scheme != "tcp").Select(a => a.Port)
            .Where(p => p != new Uri(site.Address).Port)];

    /// <summary>Every address in the directory, whatever it is called.</summary>
    private static async Task<List<Uri>> AddressesAsync(LabSite site, string host)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", Token) } };
        using var directory = JsonDocument.Parse(
            await http.GetStringAsync(new Uri($"http://{host}:{new Uri(site.Address).Port}/lab/directory")));
        return [.. Texts(directory.RootElement).Where(t => t.Contains("://", StringComparison.Ordinal)).Select(t => new Uri(t))];
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Texts(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}

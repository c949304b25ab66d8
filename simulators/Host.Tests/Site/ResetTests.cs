using System.Net;
using System.Net.Sockets;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Site;

/// <summary>A reset with somebody else at work: a device that comes meanwhile, a port that is gone, a client that does not wait.</summary>
public sealed class ResetTests
{
    private static readonly SiteOptions Two = new()
    {
        Stepped = true,
        Systems = ["smartconnect", "access-control"],
        Devices = [new("eftpos-1", "payment-device"), new("macs-1", "macs-device")],
    };

    [Fact]
    public async Task A_device_that_is_added_during_a_reset_is_there_afterwards()
    {
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var site = await LabSite.StartAsync(Two with
        {
            Known = HeldSystem.SecondStart("smartconnect", () =>
            {
                reached.SetResult();
                return goOn.Task;
            }),
        });

        var reset = site.ResetAsync();
        await reached.Task;
        var added = site.AddAsync(new("macs-9", "macs-device"));
        var removed = site.RemoveAsync("macs-1");
        goOn.SetResult();

        (await reset).ShouldBeNull();
        (await added).ShouldBeNull();
        (await removed).ShouldBeTrue("the reset has brought it back");
        site.Devices.All.Select(d => d.Info.Id).Order(StringComparer.Ordinal).ShouldBe(["eftpos-1", "macs-9"]);
    }

    [Fact]
    public async Task A_system_that_does_not_come_back_is_named_the_others_do_and_the_next_reset_brings_it()
    {
        await using var site = await LabSite.StartAsync(Two with
        {
            Known = HeldSystem.SecondStart("smartconnect", () => throw new IOException("address already in use")),
        });

        (await site.ResetAsync())!.ShouldStartWith("smartconnect: its port is in use (address already in use); stop the other program");

        site.Systems.Select(s => s.Description.Name).ShouldBe(["access-control"]);
        site.Devices.All.Select(d => d.Info.Id).ShouldBe(["macs-1"]);
        using (var http = new HttpClient())
        {
            (await http.GetAsync(site.Address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await site.ResetAsync()).ShouldBeNull();
        site.Devices.All.Select(d => d.Info.Id).ShouldBe(["eftpos-1", "macs-1"]);
    }

    [Fact]
    public async Task A_device_whose_port_is_taken_is_named_and_the_others_come_back()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        await using var site = await LabSite.StartAsync(new()
        {
            Settings = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal)
            {
                ["terminal-trust"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["gatePort"] = $"{port}" },
            },
            Systems = ["terminal-trust"],
            Devices = [new("cas-1", "cas"), new("kiosk-1", "kiosk-terminal")],
        });
        await site.RemoveAsync("cas-1");
        using var other = new TcpListener(IPAddress.Loopback, port);
        other.Start();

        (await site.ResetAsync())!.ShouldStartWith("device 'cas-1': its port is in use");
        site.Devices.All.Select(d => d.Info.Id).ShouldBe(["kiosk-1"]);

        other.Stop();
        (await site.ResetAsync()).ShouldBeNull();
        site.Devices.All.Select(d => d.Info.Id).ShouldBe(["cas-1", "kiosk-1"]);
    }

    [Fact]
    public async Task A_client_that_goes_away_leaves_a_whole_lab()
    {
        using var cancel = new CancellationTokenSource();
        await using var site = await LabSite.StartAsync(Two with
        {
            Known = HeldSystem.SecondStart("smartconnect", () => cancel.CancelAsync()),
        });

        (await site.ResetAsync(cancel.Token)).ShouldBeNull();

        site.Devices.All.Select(d => d.Info.Id).ShouldBe(["eftpos-1", "macs-1"]);
    }
}

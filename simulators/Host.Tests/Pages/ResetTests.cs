using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Host.Commands;
using PairingLab.Host.Site;
using PairingLab.Host.Tests.Commands;

namespace PairingLab.Host.Tests.Pages;

/// <summary>The lab begins anew, and its state goes to a colleague as a file.</summary>
[Collection(PagesCollection.Name)]
public sealed class ResetTests(RunningBrowser browser)
{
    [Fact]
    public async Task Reset_asks_and_all_devices_are_there_again_unpaired()
    {
        await using var session = browser.Session();
        await using var bench = await PagesBench.StartAsync(devices: [new("macs-1", "macs-device"), new("eftpos-1", "eftpos-terminal")]);
        await PairMacsAsync(bench);
        await bench.Site.AddAsync(new("macs-9", "macs-device"));
        await bench.Site.RemoveAsync("eftpos-1");
        var addresses = bench.Site.Systems.SelectMany(s => s.Directory).Select(d => d.Api).ToList();
        var page = await session.OpenAsync("site", bench.Page("/site"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Reset the lab" }).ClickAsync();
        bench.Site.Devices.Find("macs-9").ShouldNotBeNull();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The lab has begun anew", new() { Timeout = 30_000 });
        bench.Site.Devices.All.Select(d => d.Info.Id).ShouldBe(["macs-1", "eftpos-1"]);
        (await bench.JsonAsync("macs-1")).Title.ShouldBe("Pair terminal");
        bench.Site.Systems.SelectMany(s => s.Directory).Select(d => d.Api).ShouldBe(addresses, "a POS keeps its addresses");
        await PairMacsAsync(bench);
    }

    [Fact]
    public async Task With_a_data_folder_too()
    {
        using var folder = new TestFolder();
        await using var site = await LabSite.StartAsync(new()
        {
            Stepped = true,
            DataFolder = folder.Path,
            Devices = [new("macs-1", "macs-device")],
        });
        var before = site.Systems.SelectMany(s => s.Directory).Single(d => d.Id == "macs").Credentials["adminPassword"];

        (await site.ResetAsync()).ShouldBeNull();

        site.Systems.SelectMany(s => s.Directory).Single(d => d.Id == "macs").Credentials["adminPassword"].ShouldNotBe(before);
        site.Devices.All.Single().Info.Id.ShouldBe("macs-1");
    }

    [Fact]
    public async Task A_colleague_goes_on_from_the_file()
    {
        using var folder = new TestFolder();
        await using (var bench = await PagesBench.StartAsync(
            devices: [new("macs-1", "macs-device"), new("commander-1", "commander-display")]))
        {
            await PairMacsAsync(bench);
            await bench.Site.AddAsync(new("pos-1", "pos-workstation", "C18"));
            using var zip = new ZipArchive(await bench.Http.GetStreamAsync("/lab/state"));
            zip.ExtractToDirectory(folder.Path);
        }

        var file = Path.Combine(folder.Path, "bench.json");
        ((JsonArray)JsonNode.Parse(await File.ReadAllTextAsync(file))!["devices"]!).Count.ShouldBe(3);
        await using var site = await LabSite.StartAsync(HostedBench.Of(CheckedBench.Read(file)) with { DataFolder = folder.Path });

        site.Devices.All.Select(d => $"{d.Info.Id} {d.Info.Model}")
            .ShouldBe(["macs-1 Payment terminal", "commander-1 Commander", "pos-1 C18"]);
        site.Devices.Find("macs-1")!.Panel.Title.ShouldBe("Access Control", "it is paired still");
        using var http = new HttpClient();
        var macs = site.Systems.SelectMany(s => s.Directory).Single(d => d.Id == "macs");
        http.DefaultRequestHeaders.Authorization = new("Bearer", macs.Credentials["adminToken"]);
        (await http.GetStringAsync($"{macs.Api}/lab-admin/terminals")).Replace(" ", "", StringComparison.Ordinal)
            .ShouldContain("\"serial\":\"MACS-1\",\"locationId\":\"waw-lounge\",\"status\":\"PAIRED\"");
    }

    private static async Task PairMacsAsync(PagesBench bench)
    {
        using var got = await bench.Http.PostAsync("/bench/help/pairing-code-macs-1", new FormUrlEncodedContent([]));
        got.StatusCode.ShouldBe(HttpStatusCode.OK);
        var code = bench.Site.Systems.SelectMany(s => s.Help([.. bench.Site.Devices.All]))
            .Single(h => h.Id == "pairing-code-macs-1").Values[0].Value;
        var device = bench.Site.Devices.Find("macs-1")!;
        await device.EnterAsync("Pairing code", code);
        await device.PressAsync("Pair");
        await bench.UntilAsync("/lab/devices/macs-1/panel", "The terminal is paired.");
        await device.PressAsync("OK");
        await bench.AdvanceAsync(0);
    }
}

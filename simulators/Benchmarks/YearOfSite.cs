using System.Net.Http.Json;
using System.Text.Json;
using PairingLab.Host.Site;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Devices.Cas;

namespace PairingLab.Benchmarks;

/// <summary>A year of the devices that a hosted lab starts with: as they come, and with every one of them paired.</summary>
internal sealed class YearOfSite : IBenchmark
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public async IAsyncEnumerable<Result> RunAsync()
    {
        yield return await YearAsync("unused", _ => Task.CompletedTask);
        yield return await YearAsync("paired", PairAllAsync);
    }

    private static async Task<Result> YearAsync(string how, Func<LabSite, Task> use)
    {
        await using var site = await LabSite.StartAsync(PairingSystems.BuiltIn.Sample with { Stepped = true, Seed = 1 });
        await use(site);
        await site.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        var year = await Clocked.OnceAsync(() => site.Clock.AdvanceAsync(Year));
        return new($"a year of the default site, {how}", year / 1000, "s", 2, MoreIsBetter: false, null,
            $"{site.Devices.All.Count()} devices; polls and heartbeats as a jump of the clock gives them");
    }

    private static async Task PairAllAsync(LabSite site)
    {
        await PairedSite.PairAllAsync(site);
        await PairTerminalsAsync(site);
        await PairPosAsync(site);
        await PairRegistersAsync(site);
        await PairMacsDevicesAsync(site);
    }

    private static async Task PairTerminalsAsync(LabSite site)
    {
        var cas = (CasDevice)site.Devices.Find("cas-1")!;
        var server = cas.Server!;
        server.Do(new GivePassword("operator", Right: true, HasTwoFactor: true));
        server.Do(new GiveCode(1));
        var terminals = site.Devices.All.Where(d => d.Info.Kind == "kiosk-terminal").ToList();
        foreach (var terminal in terminals)
        {
            server.Do(new CreateTerminal(TerminalTrust.Devices.Kiosk.SerialNumber.Of(terminal.Info.Id)));
            await PairedSite.PressAsync(terminal, "Advanced administration");
            await terminal.PressAsync("Deployment scenario B");
            await terminal.EnterAsync("Server host", cas.Addresses!.ServerHost);
            await terminal.PressAsync("Save");
        }

        await site.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));
        server.Do(new ApproveRequests([.. server.State.Requests.Keys]));
        await site.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));
        var served = terminals.Count(t => t.Panel.Texts.Contains("This terminal is in service."));
        if (served != terminals.Count)
        {
            throw new InvalidOperationException($"only {served} of {terminals.Count} terminals are in service");
        }
    }

    private static async Task PairPosAsync(LabSite site)
    {
        var (terminal, pos) = (site.Devices.Find("eftpos-1")!, site.Devices.Find("sci-pos-1")!);
        await PairedSite.PressAsync(terminal, "Pair with POS");
        await site.Clock.AdvanceAsync(TimeSpan.Zero);
        await PairedSite.PressAsync(pos, "Pairing");
        await pos.EnterAsync("Pairing code", terminal.Panel.Texts[0]);
        await PairedSite.PressAsync(pos, "Pair");
        await PairedSite.PressAsync(pos, "Test");
        await site.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task PairRegistersAsync(LabSite site)
    {
        for (var i = 1; i <= 2; i++)
        {
            var (terminal, register) = (site.Devices.Find($"payment-{i}")!, site.Devices.Find($"register-{i}")!);
            await site.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
            await PairedSite.PressAsync(terminal, "Pair a register");
            await site.Clock.AdvanceAsync(TimeSpan.Zero);
            await PairedSite.PressAsync(register, "Back office");
            await PairedSite.PressAsync(register, "Pair with a payment device");
            await register.EnterAsync("Pairing code", terminal.Panel.Texts[1]);
            await PairedSite.PressAsync(register, "Pair");
            await PairedSite.PressAsync(register, "OK");
        }
    }

    private static async Task PairMacsDevicesAsync(LabSite site)
    {
        var macs = site.Systems.SelectMany(s => s.Directory).Single(s => s.Name == "access-control");
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", macs.Credentials!["adminToken"]) } };
        foreach (var device in site.Devices.All.Where(d => d.Info.Kind == "macs-device"))
        {
            var serial = device.Info.Id.ToUpperInvariant();
            using var code = await http.PostAsync($"{macs.Api}/lab-admin/terminals/{serial}/pairing-code", null);
            var answer = await code.Content.ReadFromJsonAsync<JsonElement>();
            await device.EnterAsync("Pairing code", answer.GetProperty("pairingCode").GetString()!);
            await PairedSite.PressAsync(device, "Pair");
            await PairedSite.PressAsync(device, "OK");
        }
    }
}

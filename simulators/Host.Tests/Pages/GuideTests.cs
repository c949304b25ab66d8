using System.Net;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;

namespace PairingLab.Host.Tests.Pages;

/// <summary>The guide knows what has happened: after each failure and each time limit it says how it goes on.</summary>
public sealed class GuideTests : IAsyncLifetime
{
    private PagesBench bench = null!;

    public async ValueTask InitializeAsync() => bench = await PagesBench.StartAsync(devices:
    [
        new("commander-1", "commander-display"), new("config-1", "configuration-client"), new("pos-1", "pos-workstation"),
        new("eftpos-1", "eftpos-terminal"), new("sci-pos-1", "sci-pos"),
        new("payment-1", "payment-device"), new("register-1", "register"),
        new("cas-1", "cas"), new("kiosk-1", "kiosk-terminal"),
        new("macs-1", "macs-device"),
    ]);

    public async ValueTask DisposeAsync() => await bench.DisposeAsync();

    [Fact]
    public async Task A_workstation_that_cannot_communicate_is_no_further_than_before_and_the_reasons_stand_there()
    {
        await bench.AdvanceAsync(3);
        bench.Site.Cables.Find("pos-1")!.Set(CableState.Cut);
        await PressAsync("pos-1", "Pair POS");
        await bench.AdvanceAsync(31);

        await SaysAsync("pos-1 gets no answer of commander-1: connect its cable");
        await SaysAsync("The cables between the POS Workstation and the Commander are not connected or not seated properly.");
        (await CurrentAsync("Pair a workstation")).ShouldBe("Start the Pairing Service in Configuration Client");
    }

    [Fact]
    public async Task Without_the_Pairing_Service_it_leads_to_Site_Security()
    {
        await bench.AdvanceAsync(3);
        await PressAsync("pos-1", "Pair POS");

        await SaysAsync("The Pairing Service does not run. At config-1:");
        await SaysAsync("Navigate back to Configuration Client > Security > Site Security to restart the Pairing Service.");
    }

    [Fact]
    public async Task The_digits_of_the_status_display_have_a_time_that_runs()
    {
        await EnterAsync("config-1", "User Name", "manager");
        await EnterAsync("config-1", "Password", "Manager-5329");
        foreach (var button in new[] { "Sign In", "Security", "Site Security", "Generate OTP" })
        {
            await PressAsync("config-1", button);
        }

        await SaysAsync(">5:00</b> left");
        await bench.AdvanceAsync(61);
        await SaysAsync(">3:59</b> left");
    }

    [Fact]
    public async Task A_wrong_pairing_code_of_SCI_has_the_resolution_of_the_error_table()
    {
        await PressAsync("sci-pos-1", "Pairing");
        await EnterAsync("sci-pos-1", "Pairing Code", "000000");
        await PressAsync("sci-pos-1", "Pair");

        await SaysAsync("404 pairing_not_found: Pairing code not found. Check the code entered by the merchant.");
    }

    [Fact]
    public async Task The_pairing_code_of_an_EFTPOS_terminal_runs_out()
    {
        await PressAsync("eftpos-1", "Pair with POS");
        await SaysAsync("The pairing code of eftpos-1 can be entered.");
        await SaysAsync(">5:00</b> left");
        await bench.AdvanceAsync(301);

        await SaysAsync("eftpos-1: The code's time is over.");
        (await GuideAsync()).ShouldNotContain("The pairing code of eftpos-1 can be entered.");
    }

    [Fact]
    public async Task A_wrong_code_of_SmartConnect_is_explained()
    {
        await PressAsync("register-1", "Back office");
        await PressAsync("register-1", "Pair with a payment device");
        await EnterAsync("register-1", "Pairing code", "00000000");
        await PressAsync("register-1", "Pair");

        await SaysAsync("register-1: The code is none that a device shows now");
    }

    [Fact]
    public async Task A_terminal_that_CAS_does_not_know_is_to_be_created()
    {
        await bench.AdvanceAsync(10);
        await PressAsync("kiosk-1", "Advanced administration");
        var host = bench.Site.Systems.SelectMany(s => s.Directory).Single(d => d.Id == "cas-1").Api!["https://".Length..];
        await EnterAsync("kiosk-1", "Server host", host);
        await PressAsync("kiosk-1", "Save");
        await bench.AdvanceAsync(10);

        await SaysAsync("kiosk-1 is not in cas-1:");
    }

    [Fact]
    public async Task A_wrong_code_of_MACS_has_its_error_code_beside_it()
    {
        await EnterAsync("macs-1", "Pairing code", "00000000");
        await PressAsync("macs-1", "Pair");

        await SaysAsync("macs-1: the code is wrong, used or too old.");
        await SaysAsync("INVALID_PAIRING_CODE: The pairing code is wrong, used or too old. Get a new one from the Admin Panel.");
        (await CurrentAsync("Pair a MACS device")).ShouldBe("Get Pairing Code");
    }

    [Fact]
    public async Task The_pairing_code_that_the_lab_got_runs_out_after_two_hours()
    {
        await bench.Http.PostAsync("/bench/help/pairing-code-macs-1", new FormUrlEncodedContent([]));
        await SaysAsync("The pairing code of macs-1 can be entered.");
        await SaysAsync(">2:00:00</b> left");
        await bench.AdvanceAsync(2 * 3600);

        (await GuideAsync()).ShouldNotContain("The pairing code of macs-1 can be entered.");
        (await CurrentAsync("Pair a MACS device")).ShouldBe("Get Pairing Code");
    }

    [Fact]
    public async Task What_the_lab_does_not_do_is_said()
    {
        using var answer = await bench.Http.PostAsync("/bench/help/coffee", new FormUrlEncodedContent([]));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()).ShouldContain("The lab has no help “coffee” now.");
    }

    private async Task PressAsync(string device, string button)
    {
        var found = bench.Site.Devices.Find(device)!;
        await bench.AdvanceAsync(0);
        found.Panel.Buttons.ShouldContain(b => b.Name == button && b.Enabled, $"{device}: {string.Join(", ", found.Panel.Buttons)}");
        await found.PressAsync(button);
        await bench.AdvanceAsync(0);
    }

    private Task EnterAsync(string device, string field, string text) => bench.Site.Devices.Find(device)!.EnterAsync(field, text);

    private Task SaysAsync(string text) => bench.UntilAsync("/bench/guide", text);

    private async Task<string> GuideAsync() => WebUtility.HtmlDecode(await bench.Http.GetStringAsync("/bench/guide"));

    /// <summary>The title of the step that is next in a guide.</summary>
    private async Task<string> CurrentAsync(string guide)
    {
        var html = await GuideAsync();
        var begin = html.IndexOf($"<summary>{guide}</summary>", StringComparison.Ordinal);
        var at = html.IndexOf("aria-current=\"step\"", begin, StringComparison.Ordinal);
        return html[(html.IndexOf("<b>", at, StringComparison.Ordinal) + 3)..html.IndexOf("</b>", at, StringComparison.Ordinal)];
    }
}

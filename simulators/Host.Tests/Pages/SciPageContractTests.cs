using PairingLab.Drivers.Browser;
using PairingLab.Drivers.Panels;
using PairingLab.Kernel.Network;

namespace PairingLab.Host.Tests.Pages;

/// <summary>On their pages the EFTPOS terminal and the POS are the panels that they are on the wire.</summary>
[Collection(PagesCollection.Name)]
public sealed class SciPageContractTests(RunningBrowser browser) : IAsyncLifetime
{
    private readonly HashSet<string> titles = [];
    private PagesBench bench = null!;
    private BrowserSession session = null!;
    private BrowserPanel terminal = null!;
    private BrowserPanel pos = null!;

    public async ValueTask InitializeAsync()
    {
        session = browser.Session();
        bench = await PagesBench.StartAsync(devices: [new("eftpos-1", "eftpos-terminal"), new("sci-pos-1", "sci-pos")]);
        terminal = await bench.OpenAsync(session, "eftpos-1");
        pos = await bench.OpenAsync(session, "sci-pos-1");
    }

    public async ValueTask DisposeAsync()
    {
        await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (bench?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task From_the_pairing_code_to_a_sale_pages_and_wire_show_the_same()
    {
        await SameAsync(pos, "Not paired.");
        await PressAsync(pos, "Pairing", "Simple Cloud Integration");
        var code = await ShowCodeAsync();
        await pos.EnterAsync("Pairing Code", "no code");
        await PressAsync(pos, "Pair", "Pairing not found: Pairing not found");
        await pos.EnterAsync("Pairing Code", code);
        await pos.EnterAsync("Pairing Nickname", "Front \"Bar\" & <Back>");
        await PressAsync(pos, "Pair", "Confirmation code");
        await SameAsync(terminal, "Does your POS show the same confirmation code?");
        await PressAsync(pos, "Test", "No active pairings found");
        await PressAsync(terminal, "Confirm", "Paired with Front \"Bar\" & <Back>");
        await PressAsync(terminal, "OK", "TID tid101");
        await PressAsync(pos, "Test", "Pairing successful");
        await PressAsync(pos, "Test Front \"Bar\" & <Back>", "Pairing is active");
        await PressAsync(pos, "Back", "Sale");
        await pos.EnterAsync("Amount", "10.00");
        await PressAsync(pos, "Pay Front \"Bar\" & <Back>", "Waiting for");
        await SameAsync(terminal, "AUD 10.00");
        await PressAsync(terminal, "Approve", "EFTPOS terminal");
        await SameAsync(pos, "APPROVED");
        await PressAsync(pos, "OK", "Sale");
        await PressAsync(terminal, "Pairings", "Front");
        await PressAsync(terminal, "Unpair Front \"Bar\" & <Back>", "Not paired");
        await PressAsync(terminal, "Back", "Not paired");
        await PressAsync(pos, "Pairing", "No active pairings found");
        titles.ShouldBe(
            [
                "Sale", "Pairing", "Pairing code", "Confirm pairing", "Pairing successful", "EFTPOS terminal", "Payment", "Purchase",
                "Pairings",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task Two_pairings_a_settlement_and_a_cut_cable_show_the_same()
    {
        await PressAsync(pos, "Pairing", "Simple Cloud Integration");
        foreach (var nickname in new[] { "One", "Two" })
        {
            await pos.EnterAsync("Pairing Code", await ShowCodeAsync());
            await pos.EnterAsync("Pairing Nickname", nickname);
            await PressAsync(pos, "Pair", "Confirmation code");
            await PressAsync(terminal, "Confirm", $"Paired with {nickname}");
            await PressAsync(terminal, "OK", "EFTPOS terminal");
            await PressAsync(pos, "Test", "Pairing successful");
        }

        await PressAsync(pos, "Unpair One", "Unpaired");
        await PressAsync(terminal, "Settlement", "Settlement is running.");
        await PressAsync(terminal, "Finish", "EFTPOS terminal");
        await PressAsync(terminal, "Settings", "Settings");
        await PressAsync(terminal, "Back", "EFTPOS terminal");
        await PressAsync(terminal, "Go offline", "The terminal is offline.");
        bench.Site.Cables.Find("sci-pos-1")!.Set(CableState.Cut);
        await PressAsync(pos, "Test Two", "Please wait...");
        await bench.AdvanceAsync(10);
        await SameAsync(pos, "Please check network and terminal connections and try again");
    }

    /// <summary>Certification: the SCI logo is shown, and can be found by a person who can't see it.</summary>
    [Fact]
    public async Task The_pairing_section_shows_the_logo()
    {
        await PressAsync(pos, "Pairing", "Simple Cloud Integration");
        (await bench.Http.GetStringAsync("/devices/sci-pos-1")).ShouldContain("role=\"img\" aria-label=\"Simple Cloud Integration logo\"");
    }

    [Fact]
    public async Task Without_power_there_is_nothing_to_read_or_press()
    {
        foreach (var panel in new[] { terminal, pos })
        {
            await bench.Site.Devices.Find(panel.Device)!.PowerAsync(false);
            await SameAsync(panel, "");
            (await panel.ReadAsync()).Buttons.ShouldBeEmpty();
        }
    }

    private async Task<string> ShowCodeAsync()
    {
        await terminal.WaitUntilAsync(p => p.Button("Pair with POS") is not null, "the menu");
        await PressAsync(terminal, "Pair with POS", "Pairing code");
        return (await terminal.ReadAsync()).Texts[0];
    }

    private async Task PressAsync(BrowserPanel panel, string button, string then)
    {
        await panel.WaitUntilAsync(p => p.Button(button) is { Enabled: true }, $"the button [{button}]");
        await panel.PressAsync(button);
        await SameAsync(panel, then);
    }

    /// <summary>Waits until the page says what is expected and is the same as on the wire.</summary>
    private async Task SameAsync(BrowserPanel panel, string says)
    {
        var limit = TimeSpan.FromSeconds(5);
        var page = await panel.WaitUntilAsync(p => p.Says(says), $"'{says}'", limit);
        var wire = await bench.JsonAsync(panel.Device);
        if (PanelText.Of(page) != PanelText.Of(wire))
        {
            // The device went on between the two looks: the page must follow by itself.
            page = await panel.WaitUntilAsync(p => PanelText.Of(p) == PanelText.Of(wire), PanelText.Of(wire), TimeSpan.FromSeconds(1));
        }

        PanelText.Of(page).ShouldBe(PanelText.Of(wire));
        titles.Add(page.Title);
    }
}

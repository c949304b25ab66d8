using PairingLab.Drivers.Browser;
using PairingLab.Kernel.Network;

namespace PairingLab.Host.Tests.Pages;

/// <summary>On its page every device is the panel that it is on the wire: same title, texts, buttons and fields.</summary>
[Collection(PagesCollection.Name)]
public sealed class PageContractTests(RunningBrowser browser) : IAsyncLifetime
{
    private readonly HashSet<string> titles = [];
    private PagesBench bench = null!;
    private BrowserSession session = null!;
    private BrowserPanel client = null!;
    private BrowserPanel register = null!;
    private BrowserPanel display = null!;

    public async ValueTask InitializeAsync()
    {
        session = browser.Session();
        bench = await PagesBench.StartAsync();
        client = await bench.OpenAsync(session, "config-1");
        register = await bench.OpenAsync(session, "pos-1");
        display = await bench.OpenAsync(session, "commander-1");
    }

    public async ValueTask DisposeAsync()
    {
        await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (bench?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task From_sign_in_to_sale_pages_and_wire_show_the_same()
    {
        await SameAsync(register, "Starting...");
        await bench.AdvanceAsync(3);
        await SameAsync(register, "Pair POS");

        await SignInAsync("manager", "Manager-5329");
        await OpenSiteSecurityAsync();
        await PressAsync(client, "Start Pairing Service", "Pairing service is started");
        await PressAsync(client, "Ok", "Site Security");

        await PressAsync(register, "Pair POS", "Pairing OTP");
        await PressAsync(client, "Retrieve Pairing OTP", "Pairing session OTP");
        var otp = (await client.ReadAsync()).Texts.Single();
        await PressAsync(client, "Ok", "Site Security");
        await PressAsync(register, otp[..1], "Pairing OTP");
        await PressAsync(register, "Clear", "Pairing OTP");
        (await register.EnterAsync("Pairing OTP", $"B{otp}")).Field("Pairing OTP")!.Value.ShouldBe(otp, "the keypad has no B");
        await SameAsync(register, "Pairing OTP");
        await PressAsync(register, "OK", "Successfully Paired");
        await PressAsync(register, "OK", "Pairing completed, preparing to start POS application...");
        await bench.AdvanceAsync(6);
        await SameAsync(register, "Login");

        await PressAsync(register, "Log in to Sales", "Sales");
        await PressAsync(register, "New Sale", "Total 2.50");
        await PressAsync(register, "Pay Cash", "Sale sent to the Commander");
        await PressAsync(client, "Back", "Security");
        await PressAsync(client, "Back", "Signed in: manager");
        await PressAsync(client, "POS Workstations", "pos-1: paired");
        await PressAsync(client, "Back", "Signed in: manager");
        await PressAsync(client, "System Messages", "System Messages");
        await PressAsync(client, "Back", "Signed in: manager");
        await PressAsync(client, "Auto Upgrade", "Auto Upgrade");

        titles.Count.ShouldBeGreaterThan(12);
    }

    [Fact]
    public async Task Revoking_and_the_alert_after_it_show_the_same()
    {
        await bench.AdvanceAsync(3);
        await SignInAsync("manager", "Manager-5329");
        await OpenSiteSecurityAsync();
        await PressAsync(client, "Start Pairing Service", "Pairing service is started");
        await PressAsync(client, "Ok", "Site Security");
        await PressAsync(register, "Pair POS", "Pairing OTP");
        await PressAsync(client, "Retrieve Pairing OTP", "Pairing session OTP");
        await register.EnterAsync("Pairing OTP", (await client.ReadAsync()).Texts.Single());
        await PressAsync(client, "Ok", "Site Security");
        await PressAsync(register, "OK", "Successfully Paired");
        await PressAsync(register, "OK", "Pairing completed");
        await bench.AdvanceAsync(6);
        await SameAsync(register, "Login");
        await PressAsync(register, "Log in to Sales", "Sales");

        await PressAsync(client, "Revoke All Trust", "Are you sure you want to continue?");
        await PressAsync(client, "No", "Site Security");
        await PressAsync(client, "Revoke All Trust", "Are you sure you want to continue?");
        await PressAsync(client, "Yes", "Processing request. Please Wait...");
        await bench.AdvanceAsync(2);
        await SameAsync(client, "All prior pairing relationships have been removed.");

        await register.WaitUntilAsync(p => p.Says("Sec. Alert - Pairing Invalid"), "the alert");
        await SameAsync(register, "Sec. Alert - Pairing Invalid");
        await PressAsync(register, "OK", "Sales");
        await PressAsync(register, "CSR Func", "CSR Func");
        await PressAsync(register, "Maintenance Menu", "Maintenance Menu");
        await PressAsync(register, "Perform POS Pairing", "Do you want to perform POS pairing?");
        await PressAsync(register, "Yes", "Rebooting to start the pairing process...");
    }

    [Fact]
    public async Task Refusals_and_silence_show_the_same()
    {
        await bench.AdvanceAsync(3);
        await SameAsync(register, "Pair POS");
        await PressAsync(register, "Pair POS", "start Commander Pairing Service and try again");
        bench.Site.Cables.Find("pos-1")!.Set(CableState.Cut);
        await register.PressAsync("Pair POS");
        await register.WaitUntilAsync(p => p.Button("Please wait...") is { Enabled: false }, "a dead button 'Please wait...'");
        await SameAsync(register, "Pair POS");
        await bench.AdvanceAsync(30);
        await SameAsync(register, "Unable to Pair, Cannot Communicate");
        (await register.ReadAsync()).Texts.Count.ShouldBe(4, "the message and its three reasons");

        await SignInAsync("manager", "wrong", "User name or password is wrong.");
        (await client.ReadAsync()).Buttons.Select(b => b.Name).ShouldBe(["Ok"]);
        await client.PressAsync("Ok");
        bench.Site.Cables.Find("config-1")!.Set(CableState.Cut);
        await client.EnterAsync("User Name", "manager");
        await client.EnterAsync("Password", "Manager-5329");
        await PressAsync(client, "Sign In", "Processing request. Please Wait...");
    }

    [Fact]
    public async Task Without_power_there_is_nothing_to_read_or_press()
    {
        foreach (var panel in new[] { client, register, display })
        {
            await bench.Site.Devices.Find(panel.Device)!.PowerAsync(false);
            await SameAsync(panel, "");
            (await panel.ReadAsync()).Buttons.ShouldBeEmpty();
        }
    }

    private async Task SignInAsync(string user, string password, string then = "Signed in:")
    {
        await SameAsync(client, "Configuration Client");
        await client.EnterAsync("User Name", user);
        await client.EnterAsync("Password", password);
        await SameAsync(client, "Configuration Client");
        await PressAsync(client, "Sign In", then);
    }

    private async Task OpenSiteSecurityAsync()
    {
        await PressAsync(client, "Security", "Security");
        await PressAsync(client, "Site Security", "One-Time Password");
        await PressAsync(client, "Generate OTP", "OTP has been generated.");
        await PressAsync(client, "Ok", "One-Time Password");
        var first = await SameAsync(display, ".");
        await bench.AdvanceAsync(1);
        await display.WaitUntilAsync(p => p.Texts.Count == 1 && !p.Texts[0].EndsWith('.'), "the second pair");
        var second = await SameAsync(display, "Commander");
        await client.EnterAsync("OTP", first.Texts[0][..2] + second.Texts[0]);
        await PressAsync(client, "Ok", "Site Security");
        await client.WaitUntilAsync(p => p.Button("Start Pairing Service") is not null, "the Site Security screen");
    }

    private async Task PressAsync(BrowserPanel panel, string button, string then)
    {
        await panel.PressAsync(button);
        await SameAsync(panel, then);
    }

    /// <summary>Waits until the page says what is expected, and holds it against the wire.</summary>
    private async Task<PanelReading> SameAsync(BrowserPanel panel, string says)
    {
        var page = await panel.WaitUntilAsync(p => p.Says(says), $"'{says}'", TimeSpan.FromSeconds(5));
        var wire = await bench.JsonAsync(panel.Device);
        if (PanelText.Of(page) != PanelText.Of(wire))
        {
            // The device went on between the two looks: the page must follow by itself.
            page = await panel.WaitUntilAsync(p => PanelText.Of(p) == PanelText.Of(wire), PanelText.Of(wire), TimeSpan.FromSeconds(1));
        }

        PanelText.Of(page).ShouldBe(PanelText.Of(wire));
        titles.Add(page.Title);
        return page;
    }
}

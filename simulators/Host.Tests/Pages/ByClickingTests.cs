using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PairingLab.Drivers.Browser;
using PairingLab.Host.Site;

namespace PairingLab.Host.Tests.Pages;

/// <summary>A newcomer pairs a device of each system with nothing but the bench page: no script, no second program, no document.</summary>
[Collection(PagesCollection.Name)]
public sealed partial class ByClickingTests(RunningBrowser browser) : IAsyncLifetime
{
    private BrowserSession session = null!;
    private PagesBench bench = null!;

    public async ValueTask InitializeAsync()
    {
        session = browser.Session();
        bench = await PagesBench.StartAsync(devices: PairingSystems.BuiltIn.Sample.Devices);
    }

    public async ValueTask DisposeAsync()
    {
        await (session?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (bench?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_workstation_with_its_Commander()
    {
        var hand = await OpenAsync("commander");
        await hand.LetPassAsync("10 s");
        await hand.TypeAsync("config-1", "User Name", "manager");
        await hand.TypeAsync("config-1", "Password", "Manager-5329");
        await PressAllAsync(hand, "config-1", "Sign In", "Security", "Site Security", "Generate OTP", "Ok");
        var display = hand.Device("commander-1").Locator("p.unseen");
        var first = await hand.ReadAsync(display, FirstPair());
        await hand.LetPassAsync("1 s");
        var second = await hand.ReadAsync(display, SecondPair());
        await hand.TypeAsync("config-1", "OTP", first[..2] + second);
        await PressAllAsync(hand, "config-1", "Ok", "Start Pairing Service");
        await hand.SeesAsync("config-1", "Pairing service is started");
        await hand.PressAsync("config-1", "Ok");

        await hand.PressAsync("pos-1", "Pair POS");
        await hand.GuideSaysAsync("Retrieve the Pairing OTP of pos-1 at config-1.");
        await hand.PressAsync("config-1", "Retrieve Pairing OTP");
        var otp = await hand.ReadAsync(hand.Device("config-1").Locator("p.otp"), Otp());
        await hand.PressAsync("config-1", "Ok");
        await PressAllAsync(hand, "pos-1", [.. otp.Select(c => $"{c}")]);
        await hand.PressAsync("pos-1", "OK");
        await hand.SeesAsync("pos-1", "Successfully Paired");
        await hand.PressAsync("pos-1", "OK");
        await hand.LetPassAsync("10 s");

        await hand.GuideSaysAsync("pos-1 is paired with commander-1.");
    }

    [Fact]
    public async Task A_POS_with_an_EFTPOS_terminal()
    {
        var hand = await OpenAsync("sci");
        await hand.PressAsync("eftpos-1", "Pair with POS");
        await hand.SeesAsync("eftpos-1", "Pairing code");
        var code = await hand.ReadAsync(hand.Device("eftpos-1"), SixDigits());
        await hand.PressAsync("sci-pos-1", "Pairing");
        await hand.TypeAsync("sci-pos-1", "Pairing Code", code);
        await hand.PressAsync("sci-pos-1", "Pair");
        await hand.PressAsync("eftpos-1", "Confirm");
        await hand.SeesAsync("eftpos-1", "Paired with");
        await hand.PressAsync("sci-pos-1", "Test");

        await hand.SeesAsync("sci-pos-1", "Pairing successful");
        await hand.GuideSaysAsync("sci-pos-1 is paired with eftpos-1");
    }

    [Fact]
    public async Task A_register_with_a_payment_device()
    {
        var hand = await OpenAsync("smartconnect");
        await hand.PressAsync("payment-1", "Pair a register");
        var code = await hand.ReadAsync(hand.Device("payment-1"), EightDigits());
        await PressAllAsync(hand, "register-1", "Back office", "Pair with a payment device");
        await hand.TypeAsync("register-1", "Pairing code", code);
        await hand.PressAsync("register-1", "Pair");
        await hand.SeesAsync("register-1", "The pairing process is now complete");
        await hand.LetPassAsync("10 s");

        await hand.GuideSaysAsync("register-1 is paired with payment-1.");
    }

    [Fact]
    public async Task A_terminal_with_its_server_by_the_authenticator_on_the_page()
    {
        var hand = await OpenAsync("terminal-trust");
        await hand.LetPassAsync("10 s");
        await hand.TypeAsync("cas-1", "User name", "operator");
        await hand.TypeAsync("cas-1", "Password", "Operator-7741");
        await hand.PressAsync("cas-1", "Sign In");
        await hand.SeesAsync("cas-1", "Two-factor sign-in");
        await hand.TypeAsync("cas-1", "Authentication code", await hand.ReadAsync(hand.Page.Locator("#help code"), SixDigits()));
        await PressAllAsync(hand, "cas-1", "Verify", "Create terminal");
        await hand.TypeAsync("cas-1", "Serial number", "BT100001");
        await PressAllAsync(hand, "cas-1", "Create", "Actions BT100001", "Generate VPN configuration", "Back");
        var host = await hand.ReadAsync(hand.Device("cas-1"), ServerHost());
        await hand.PressAsync("kiosk-1", "Advanced administration");
        await hand.TypeAsync("kiosk-1", "Server host", host);
        await hand.PressAsync("kiosk-1", "Save");
        await hand.LetPassAsync("10 s");
        await hand.GuideSaysAsync("kiosk-1 waits to be approved at cas-1");
        await hand.Device("cas-1").GetByRole(AriaRole.Button, new() { Name = "Approve BT100001", Exact = true }).First.ClickAsync();
        await hand.PressAsync("cas-1", "Approve");
        await hand.LetPassAsync("10 s");

        await hand.SeesAsync("kiosk-1", "This terminal is in service.");
        await hand.GuideSaysAsync("kiosk-1 is paired and in service.");
    }

    [Fact]
    public async Task A_payment_terminal_with_MACS_by_the_code_on_the_page()
    {
        var hand = await OpenAsync("access-control");
        await hand.Page.GetByRole(AriaRole.Button, new() { Name = "Get Pairing Code for macs-1" }).ClickAsync();
        var code = await hand.ReadAsync(hand.Page.Locator("#help-pairing-code-macs-1 code"), EightDigits());
        await hand.TypeAsync("macs-1", "Pairing code", code);
        await hand.PressAsync("macs-1", "Pair");

        await hand.SeesAsync("macs-1", "The terminal is paired.");
        await hand.GuideSaysAsync("macs-1 is paired.");
    }

    [Fact]
    public async Task The_admin_panel_of_MACS_opens_with_the_sign_in_on_the_page()
    {
        var hand = await OpenAsync("access-control");
        var help = hand.Page.Locator("#help-admin-sign-in");
        var panel = await session.OpenAsync("admin", new((await help.GetByRole(AriaRole.Link).GetAttributeAsync("href"))!));

        await panel.GetByLabel("E-mail address").FillAsync(await help.Locator("code").Nth(0).InnerTextAsync());
        await panel.GetByLabel("Password").FillAsync(await help.Locator("code").Nth(1).InnerTextAsync());
        await panel.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Assertions.Expect(panel.GetByRole(AriaRole.Link, new() { Name = "Locations" }).First).ToBeVisibleAsync();
    }

    private async Task<BenchHand> OpenAsync(string system) => new(await session.OpenAsync(system, bench.Page($"/systems/{system}")));

    private static async Task PressAllAsync(BenchHand hand, string device, params IReadOnlyList<string> buttons)
    {
        foreach (var button in buttons)
        {
            await hand.PressAsync(device, button);
        }
    }

    [GeneratedRegex("[0-9]{2}\\.")]
    private static partial Regex FirstPair();

    [GeneratedRegex("^\\s*[0-9]{2}\\s*$")]
    private static partial Regex SecondPair();

    [GeneratedRegex("[0-9ACdEF]{6}")]
    private static partial Regex Otp();

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex SixDigits();

    [GeneratedRegex("(?<![0-9])[0-9]{8}(?![0-9])")]
    private static partial Regex EightDigits();

    [GeneratedRegex("(?<=Server host for terminals: )\\S+")]
    private static partial Regex ServerHost();
}

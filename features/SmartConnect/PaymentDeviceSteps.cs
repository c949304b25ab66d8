using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Roles;
using PairingLab.Features.Commander;
using PairingLab.Features.Support;

namespace PairingLab.Features.SmartConnect;

/// <summary>Steps at a payment device.</summary>
[Binding]
[Scope(Tag = "smartconnect")]
public sealed class PaymentDeviceSteps(SmartConnectSite site)
{
    [Given(@"^pairing has been initiated on (payment-\d)$")]
    [When(@"^pairing is initiated on (payment-\d)$")]
    public Task InitiatePairing(string device) => site.OpenPairingAsync(device);

    [When(@"^pairing is initiated on (payment-\d) while SmartConnect cannot be reached$")]
    public async Task InitiateInVain(string device) => await (await site.Bench.PanelAsync(device)).PressWhenOfferedAsync("Pair a register");

    [When(@"^pairing is cancelled on (payment-\d)$")]
    public async Task CancelPairing(string device)
    {
        await (await site.DeviceAsync(device)).ReadyAsync();
        await site.Bench.Time.PassAsync(TimeSpan.FromSeconds(1));
    }

    [Then(@"^a pairing code is displayed on (payment-\d)$")]
    [When(@"^(payment-\d) displays another code$")]
    [Then(@"^(payment-\d) displays another code$")]
    public Task AnotherCode(string device) => site.NoteNextCodeAsync(device);

    [Then(@"^(payment-\d) displays the code$")]
    public async Task DisplaysTheCode(string device) => (await (await site.DeviceAsync(device)).CodeAsync()).ShouldBe(site.CodeOf(device));

    [Then(@"^(payment-\d) and (payment-\d) display different codes$")]
    public void DifferentCodes(string one, string other) => site.CodeOf(one).ShouldNotBe(site.CodeOf(other));

    [Then(@"^(payment-\d) displays no code$")]
    public async Task DisplaysNoCode(string device) => (await (await site.DeviceAsync(device)).CodeAsync()).ShouldBeNull();

    [When(@"^the code on (payment-\d) is (\d.*) old$")]
    public Task TheCodeIsOld(string device, string age) => site.AgeCodeAsync(device, TimeSteps.Parse(age));

    [When(@"^(register-\d(?:-\d)?) is unpaired on (payment-\d)$")]
    public async Task Unpair(string register, string device) => await (await site.DeviceAsync(device)).UnpairAsync(register);

    [When(@"^all registers are unpaired on (payment-\d)$")]
    public async Task UnpairAll(string device) => await (await site.DeviceAsync(device)).UnpairAllAsync();

    [When(@"^\[Unpair all\] is pressed on (payment-\d) and not confirmed$")]
    public async Task UnpairAllButNo(string device)
    {
        await (await site.DeviceAsync(device)).RegistersAsync();
        var panel = await site.Bench.PanelAsync(device);
        await panel.PressWhenOfferedAsync("Unpair all");
        await panel.PressWhenOfferedAsync("No");
    }

    [Then(@"^(payment-\d) lists no register$")]
    public async Task ListsNone(string device) => await (await site.DeviceAsync(device)).WaitUntilItListsAsync([]);

    [Then(@"^(payment-\d) lists only (.+)$")]
    public async Task ListsOnly(string device, string registers) =>
        await (await site.DeviceAsync(device)).WaitUntilItListsAsync(registers.Split([", ", " and "], StringSplitOptions.None));

    [When(@"^(payment-\d) asks for (\S+) of (register-\S+)$")]
    [Given(@"^(payment-\d) asks for (\S+) of (register-\S+)$")]
    [Then(@"^(payment-\d) asks for (\S+) of (register-\S+)$")]
    public async Task AsksFor(string device, string amount, string register) =>
        await (await site.DeviceAsync(device)).WaitForPaymentAsync($"${amount}", register);

    [Then(@"^(payment-\d) asks for no payment$")]
    public async Task AsksForNone(string device)
    {
        // Long enough for a device that looks every second, short enough for nothing else to happen.
        await site.Bench.Time.PassAsync(TimeSpan.FromSeconds(5));
        var panel = await (await site.Bench.PanelAsync(device)).ReadAsync();
        panel.Button("Approve").ShouldBeNull(panel.ToString());
    }

    [When(@"^the payment is (approved|declined|cancelled) on (payment-\d)$")]
    public async Task Take(string how, string device) => await (await site.DeviceAsync(device)).TakeAsync(how switch
    {
        "approved" => "Approve",
        "declined" => "Decline",
        _ => "Cancel",
    });

    [When(@"^the card is read on (payment-\d)$")]
    public async Task ReadCard(string device) => await (await site.Bench.PanelAsync(device)).PressWhenOfferedAsync("Read card");

    [When(@"^a tip of (\S+) is entered on (payment-\d)$")]
    public async Task EnterTip(string tip, string device) => await (await site.Bench.PanelAsync(device)).EnterAsync("Tip", tip);

    [When(@"^\[(.*)\] is pressed on (payment-\d)$")]
    public async Task Press(string button, string device) => await (await site.Bench.PanelAsync(device)).PressWhenOfferedAsync(button);

    [When(@"^the password (\d+) is entered on (payment-\d)$")]
    public async Task EnterPassword(string password, string device)
    {
        var panel = await site.Bench.PanelAsync(device);
        await panel.SettleAsync(p => p.Field("Password") is not null, "the field for the password");
        await panel.EnterAsync("Password", password);
        await panel.PressWhenOfferedAsync("OK");
    }

    [Then(@"^(payment-\d) offers \[(.*)\]$")]
    public async Task Offers(string device, string button) =>
        await (await site.Bench.PanelAsync(device)).WaitUntilAsync(p => p.Button(button) is { Enabled: true }, $"the button [{button}]");

    [Then(@"^(payment-\d) does not offer \[(.*)\]$")]
    public async Task DoesNotOffer(string device, string button)
    {
        var panel = await (await site.Bench.PanelAsync(device)).ReadAsync();
        panel.Button(button).ShouldBeNull(panel.ToString());
    }

    [Then(@"^the code on (payment-\d) has the form (\S+)$")]
    public void CodeHasForm(string device, string form) => site.CodeOf(device).ShouldMatch(form);

    [Given(@"^(payment-\d) comes from the vendor with the internal ID of (payment-\d)$")]
    [When(@"^(payment-\d) comes from the vendor with the internal ID of (payment-\d)$")]
    [Needs(Need.Cable)]
    [Needs(Need.Power)]
    public async Task ComesWithInternalId(string device, string other)
    {
        // The technician prepares it in the workshop, where it does not reach SmartConnect.
        await site.Bench.SetCableAsync(device, CableState.Cut);
        await (await site.DeviceAsync(device)).SetInternalIdAsync(other);
        await SwitchOff(device);
        await site.Bench.SetCableAsync(device, CableState.Connected);
    }

    [When(@"^(payment-\d) is taken away$")]
    [Needs(Need.Simulator)]
    public Task TakeAway(string device) => site.Bench.Devices.RemoveAsync(device);

    [When(@"^(payment-\d) is switched on$")]
    [Needs(Need.Power)]
    public Task SwitchOn(string device) => site.Bench.PowerAsync(device, on: true);

    [When(@"^(payment-\d) is switched off$")]
    [Needs(Need.Power)]
    public Task SwitchOff(string device) => site.Bench.PowerAsync(device, on: false);
}

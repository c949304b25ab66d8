using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Roles;

namespace PairingLab.Features.SmartConnect;

/// <summary>Steps at a POS register.</summary>
[Binding]
[Scope(Tag = "smartconnect")]
public sealed class RegisterSteps(SmartConnectSite site)
{
    [When(@"^the code of (payment-\d) is entered on (register-\d)$")]
    public async Task EnterCode(string device, string register) =>
        await (await site.RegisterAsync(register)).TryPairAsync(site.CodeOf(device));

    [When(@"^the code of (payment-\d) is entered in small letters on (register-\d)$")]
    public async Task EnterSmallCode(string device, string register) =>
        await (await site.RegisterAsync(register)).TryPairAsync(site.CodeOf(device).ToLowerInvariant());

    [When(@"^the old code of (payment-\d) is entered on (register-\d)$")]
    public async Task EnterOldCode(string device, string register) =>
        await (await site.RegisterAsync(register)).TryPairAsync(site.OldCodeOf(device));

    [When(@"^the code of (payment-\d) is submitted on (register-\d) while SmartConnect cannot be reached$")]
    public async Task SubmitCode(string device, string register) =>
        await (await site.RegisterAsync(register)).SubmitCodeAsync(site.CodeOf(device));

    [When(@"^the code ""(.*)"" is entered on (register-\d)$")]
    public async Task EnterText(string code, string register) => await (await site.RegisterAsync(register)).TryPairAsync(code);

    [Then(@"^(register-\d) is told that the pairing process is complete$")]
    public Task IsComplete(string register) =>
        IsToldAsync(register, "The pairing process is now complete and the Register is ready to submit Transactions!");

    [Then(@"^(register-\d) is told that the code is invalid$")]
    public Task IsInvalid(string register) =>
        IsToldAsync(register, "Invalid Pairing Code. Please make sure you entered the code correctly");

    [Then(@"^(register-\d) is told to pair first$")]
    public Task MustPairFirst(string register) =>
        IsToldAsync(register, "This register is not paired to a device, please pair it first.");

    [Given(@"^(register-\d) has submitted a payment of (\S+)$")]
    [When(@"^(register-\d) submits a payment of (\S+)$")]
    public async Task Pay(string register, string amount) => await (await site.RegisterAsync(register)).PayAsync(amount);

    [When(@"^(register-\d) submits a refund of (\S+)$")]
    public async Task Refund(string register, string amount) => await (await site.RegisterAsync(register)).PayAsync(amount, "Refund");

    [When(@"^(register-\d) asks for \[(.*)\]$")]
    public async Task Ask(string register, string button) =>
        await (await site.RegisterAsync(register)).AskAsync(button, new Dictionary<string, string>(StringComparer.Ordinal));

    [When(@"^(register-\d) asks for \[(.*)\] of (\d+\.\d\d)$")]
    public Task AskFor(string register, string button, string amount) => AskWithAsync(register, button, ("Amount", amount));

    [When(@"^(register-\d) asks for \[(.*)\] of (\S+) with (\S+) in cash$")]
    public Task AskForCash(string register, string button, string amount, string cash) =>
        AskWithAsync(register, button, ("Amount", amount), ("Cash", cash));

    [When(@"^(register-\d) asks for \[(.*)\] of (\S+) with the reference (\S+)$")]
    public Task AskForReference(string register, string button, string amount, string reference) =>
        AskWithAsync(register, button, ("Amount", amount), ("Reference", reference));

    [When(@"^(register-\d) asks for \[(.*)\] of (\S+) with the reference of that authorisation$")]
    public async Task AskForItsReference(string register, string button, string amount)
    {
        var receipt = (await (await site.Bench.PanelAsync(register)).ReadAsync()).Texts;
        var reference = receipt.Single(t => t.StartsWith("AUTH ", StringComparison.Ordinal))["AUTH ".Length..];
        await AskWithAsync(register, button, ("Amount", amount), ("Reference", reference));
    }

    [Then(@"^the receipt at (register-\d) says ""(.*)""$")]
    public async Task ReceiptSays(string register, string text)
    {
        var panel = await (await site.Bench.PanelAsync(register)).ReadAsync();
        panel.Texts.ShouldContain(text, panel.ToString());
    }

    [When(@"^(register-\d) tries to submit a payment of (\S+)$")]
    public async Task TryPay(string register, string amount) => await (await site.RegisterAsync(register)).TryPayAsync(amount);

    [Then(@"^the payment of (register-\d) has ended with ""(.*)""$")]
    public async Task HasEnded(string register, string text) => (await (await site.RegisterAsync(register)).OutcomeAsync()).ShouldBe(text);

    [Then(@"^(register-\d) still waits for the payment device$")]
    public async Task StillWaits(string register)
    {
        var panel = await (await site.Bench.PanelAsync(register)).ReadAsync();
        panel.Says("Waiting for the payment device...").ShouldBeTrue(panel.ToString());
    }

    [When(@"^the (Register ID|Register name|Business name|Vendor name) of (register-\d) is changed to ""(.*)""$")]
    public async Task Change(string field, string register, string text) =>
        await (await site.RegisterAsync(register)).ChangeAsync(field, text);

    [Given(@"^(register-\d) has a virtual register$")]
    public async Task HasAVirtualRegister(string register) => await (await site.RegisterAsync(register)).AddVirtualRegisterAsync();

    [When(@"^(register-\d) uses (register-\S+)$")]
    [Given(@"^(register-\d) uses (register-\S+)$")]
    public async Task Use(string register, string id) => await (await site.RegisterAsync(register)).UseAsync(id);

    [When(@"^(register-\d) stops waiting$")]
    public async Task StopWaiting(string register) => await (await site.Bench.PanelAsync(register)).PressWhenOfferedAsync("Stop waiting");

    private async Task AskWithAsync(string register, string button, params (string Field, string Text)[] fields) =>
        await (await site.RegisterAsync(register)).AskAsync(
            button, fields.ToDictionary(f => f.Field, f => f.Text, StringComparer.Ordinal));

    private async Task IsToldAsync(string register, string text) =>
        await (await site.RegisterAsync(register)).Panel.WaitUntilItSaysAsync(text);
}

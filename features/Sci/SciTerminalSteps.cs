using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.Sci;

/// <summary>Steps at an EFTPOS terminal.</summary>
[Binding]
public sealed class SciTerminalSteps(SciSite site)
{
    [Given(@"^a shop with EFTPOS terminals and POSs$")]
    public Task AShop() => site.Bench.StartAsync();

    [Given(@"^(eftpos-\d) belongs to (tenant-\S+)$")]
    [Needs(Need.Simulator)]
    public Task BelongsTo(string terminal, string tenant) => site.Bench.ConnectAsync(terminal, tenant);

    [Given(@"^(eftpos-\d) is at its menu$")]
    public async Task IsAtItsMenu(string terminal) => await (await site.TerminalAsync(terminal)).GoHomeAsync();

    [Given(@"^pairing has been initiated on (eftpos-\d)$")]
    [When(@"^pairing is initiated on (eftpos-\d)$")]
    public Task IsInitiated(string terminal) => site.InitiateAsync(terminal);

    [Given(@"^(eftpos-\d) shows a pairing code that begins with 0$")]
    public async Task ShowsLeadingZero(string terminal)
    {
        const int Tries = 200;
        for (var i = 0; i < Tries; i++)
        {
            if ((await site.InitiateAsync(terminal)).StartsWith('0'))
            {
                return;
            }

            await (await site.TerminalAsync(terminal)).Panel.PressWhenOfferedAsync("Cancel");
        }

        throw new InvalidOperationException($"none of {Tries} pairing codes began with 0");
    }

    [When(@"^the merchant confirms on (eftpos-\d)$")]
    public async Task Confirms(string terminal) => await (await site.TerminalAsync(terminal)).ConfirmAsync();

    [When(@"^the merchant tries to confirm on (eftpos-\d)$")]
    public async Task TriesToConfirm(string terminal) => await (await site.TerminalAsync(terminal)).Panel.PressWhenOfferedAsync("Confirm");

    [When(@"^the merchant declines on (eftpos-\d)$")]
    public async Task Declines(string terminal) => await (await site.TerminalAsync(terminal)).Panel.PressWhenOfferedAsync("Decline");

    [When(@"^the merchant unpairs ""(.*)"" on (eftpos-\d)$")]
    public async Task Unpairs(string nickname, string terminal)
    {
        var at = await site.TerminalAsync(terminal);
        await at.GoHomeAsync();
        await at.UnpairAsync(nickname);
    }

    [Given(@"^(eftpos-\d) is named ""(.*)""$")]
    public async Task IsNamed(string terminal, string nickname)
    {
        var panel = (await site.TerminalAsync(terminal)).Panel;
        await panel.PressWhenOfferedAsync("Settings");
        await panel.EnterAsync("Terminal Nickname", nickname);
        await panel.PressAsync("Save");
        await panel.WaitUntilItSaysAsync(nickname);
    }

    [When(@"^the purchase is (approved|declined|cancelled) on (eftpos-\d)$")]
    public async Task Finishes(string result, string terminal)
    {
        var at = await site.TerminalAsync(terminal);
        await at.FinishPurchaseAsync(result switch { "approved" => "Approve", "declined" => "Decline", _ => "Cancel" });
    }

    [Given(@"^(eftpos-\d) is busy with a settlement$")]
    public async Task IsBusy(string terminal)
    {
        var panel = (await site.TerminalAsync(terminal)).Panel;
        await panel.PressWhenOfferedAsync("Settlement");
        await panel.WaitUntilTitledAsync("Settlement");
    }

    [Given(@"^(eftpos-\d) has its (tipping|surcharge) set to ""(.*)""$")]
    public async Task IsSetTo(string terminal, string what, string choice) =>
        await (await site.TerminalAsync(terminal)).ChooseAsync(what == "tipping" ? "Tipping" : "Surcharge", choice);

    [Given(@"^(eftpos-\d) plays ""(.*)""$")]
    public async Task Plays(string terminal, string what) =>
        await (await site.TerminalAsync(terminal)).ChooseAsync("Outcomes", $"Play {what}");

    [When(@"^\[(.*)\] is pressed on (eftpos-\d)$")]
    public async Task Presses(string button, string terminal) =>
        await (await site.TerminalAsync(terminal)).Panel.PressWhenOfferedAsync(button);

    [Then(@"^(eftpos-\d) shows a pairing code of six digits$")]
    public async Task ShowsCode(string terminal) => (await (await site.TerminalAsync(terminal)).ReadCodeAsync()).Length.ShouldBe(6);

    [Then(@"^(eftpos-\d) shows the pairing code that was noted$")]
    public async Task ShowsNotedCode(string terminal)
    {
        var at = await site.TerminalAsync(terminal);
        var noted = at.Code;
        (await at.ReadCodeAsync()).ShouldBe(noted);
    }

    [Then(@"^(eftpos-\d) and (sci-pos-\d) show the same confirmation code$")]
    public async Task ShowTheSame(string terminal, string pos)
    {
        var onTerminal = await (await site.TerminalAsync(terminal)).ReadConfirmationCodeAsync();
        onTerminal.ShouldBe(await (await site.PosAsync(pos)).ReadConfirmationCodeAsync());
    }
}

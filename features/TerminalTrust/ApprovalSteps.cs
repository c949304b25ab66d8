using PairingLab.Drivers.Roles;

namespace PairingLab.Features.TerminalTrust;

/// <summary>Steps about comparing, approving, and who may.</summary>
[Binding]
[Scope(Tag = "terminal-trust")]
public sealed class ApprovalSteps(TrustSite site)
{
    [Given(@"^(kiosk-\d) waits for the operator$")]
    public async Task Waits(string kiosk)
    {
        await site.CreateAsync(kiosk);
        await site.SetHostAsync(kiosk);
        site.Codes[kiosk] = await (await site.TerminalAsync(kiosk)).WaitForPairingCodeAsync();
    }

    [When(@"^the operator compares the whole pairing code of (kiosk-\d)$")]
    public Task CompareWhole(string kiosk) => CompareAsync(kiosk, site.Codes[kiosk]);

    [When(@"^the operator compares the whole pairing code of (kiosk-\d) in small letters without hyphens$")]
    public Task CompareLoosely(string kiosk) =>
        CompareAsync(kiosk, site.Codes[kiosk].Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());

    [When(@"^the operator compares piece (\d) of the pairing code of (kiosk-\d)$")]
    public Task ComparePiece(int piece, string kiosk) =>
        CompareAsync(kiosk, string.Join('-', site.Codes[kiosk].Split('-').Chunk(4).ElementAt(piece - 1)));

    [When(@"^the operator compares the pairing code ""(.*)""$")]
    public Task CompareWith(string code) => CompareAsync("kiosk-1", code);

    [Then(@"^the whole fingerprint and its pieces are shown for (kiosk-\d)$")]
    public async Task ShowsPieces(string kiosk)
    {
        var shown = await (await site.CasAsync()).Panel.ReadAsync();
        shown.Says($"Certificate fingerprint: {site.Codes[kiosk]}").ShouldBeTrue(shown.ToString());
        var pieces = site.Codes[kiosk].Split('-').Chunk(4).Select((p, i) => $"Piece {i + 1}: {string.Join('-', p)}");
        pieces.ShouldAllBe(p => shown.Texts.Contains(p), shown.ToString());
    }

    [When(@"^the operator approves what is compared$")]
    public async Task ApproveOpen() => await (await site.CasAsync()).Panel.PressAsync("Approve");

    [Then(@"^the operator can't approve what is compared$")]
    public async Task CanNotApprove() => (await (await site.CasAsync()).Panel.ReadAsync()).Button("Approve")!.Enabled.ShouldBeFalse();

    [When(@"^the operator refuses the pairing request of (kiosk-\d)$")]
    public async Task Refuse(string kiosk)
    {
        var cas = await site.OperatorAsync();
        var serial = await site.SerialAsync(kiosk);
        if ((await cas.Panel.ReadAsync()).Title != $"Approve {serial}")
        {
            await cas.OpenRequestAsync(serial);
        }

        await cas.Panel.PressAsync("Refuse");
    }

    [When(@"^the operator selects the fingerprints of (kiosk-\d) and (kiosk-\d) and approves them$")]
    public async Task ApproveInBulk(string one, string other)
    {
        var cas = await site.OperatorAsync();
        await cas.ReadListAsync("Pairing requests");
        await cas.Panel.EnterAsync("Fingerprints", $"{site.Codes[one]} {site.Codes[other]}");
        await cas.Panel.PressWhenOfferedAsync("Select fingerprints");
        await cas.Panel.PressWhenOfferedAsync("Approve selected");
        await cas.Panel.WaitUntilTitledAsync("Terminals");
    }

    [When(@"^somebody at CAS tries to approve (kiosk-\d)$")]
    public async Task TryToApprove(string kiosk)
    {
        var cas = await site.CasAsync();
        await cas.OpenRequestAsync(await site.SerialAsync(kiosk));
        await cas.Panel.PressAsync("Approve");
    }

    [When(@"^the operator signs out$")]
    public async Task SignOut()
    {
        var cas = await site.OperatorAsync();
        await cas.GoToTerminalsAsync();
        await cas.Panel.PressAsync("Sign Out");
    }

    [When(@"^the clerk signs in without a second factor$")]
    public async Task ClerkSignsIn()
    {
        var credentials = (await site.Bench.DirectoryAsync()).Systems[0].Credentials!;
        await (await site.CasAsync()).GivePasswordAsync(credentials["clerkUser"], credentials["clerkPassword"]);
        await (await site.CasAsync()).Panel.WaitUntilTitledAsync("Terminals");
    }

    [When(@"^somebody signs in as ""(.*)"" with the password ""(.*)""$")]
    public async Task SignInAs(string user, string password) => await (await site.CasAsync()).GivePasswordAsync(user, password);

    [When(@"^the operator signs in with the code of 2 minutes ago$")]
    public async Task OldCode() => await (await GivePasswordAsync()).GiveCodeAsync(await (await site.CasAsync()).App.CodeAgoAsync(4));

    [When(@"^the operator signs in and out$")]
    public Task SignInAndOut() => SignOut();

    [When(@"^the operator signs in with the same code$")]
    public async Task SameCode() => await (await GivePasswordAsync()).GiveCodeAsync((await site.CasAsync()).App.LastCode());

    [When(@"^a wrong authentication code is given (\d) times$")]
    public async Task WrongCodes(int times)
    {
        var cas = await GivePasswordAsync();
        for (var i = 0; i < times; i++)
        {
            await cas.GiveCodeAsync("no code");
            await cas.Panel.PressWhenOfferedAsync("Ok");
        }
    }

    [When(@"^the operator gives the right code$")]
    public async Task RightCode()
    {
        var cas = await site.CasAsync();
        await cas.GiveCodeAsync(await cas.App.NextCodeAsync());
    }

    private async Task<CasOperator> GivePasswordAsync()
    {
        var cas = await site.CasAsync();
        var credentials = (await site.Bench.DirectoryAsync()).Systems[0].Credentials!;
        await cas.GivePasswordAsync(credentials["operatorUser"], credentials["operatorPassword"]);
        return cas;
    }

    private async Task CompareAsync(string kiosk, string code)
    {
        var cas = await site.OperatorAsync();
        var serial = await site.SerialAsync(kiosk);
        if ((await cas.Panel.ReadAsync()).Title != $"Approve {serial}")
        {
            await cas.OpenRequestAsync(serial);
        }

        await cas.CompareAsync(code);
    }
}

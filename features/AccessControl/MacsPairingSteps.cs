using System.Globalization;
using System.Net;
using PairingLab.Drivers.Roles;
using PairingLab.Features.Support;

namespace PairingLab.Features.AccessControl;

/// <summary>Steps about pairing codes and pairing.</summary>
[Binding]
[Scope(Tag = "access-control")]
public sealed class MacsPairingSteps(MacsSite site)
{
    private HttpStatusCode codeStatus;

    [Given(@"^a pairing code for (macs-\d)$")]
    [When(@"^another pairing code is got for (macs-\d)$")]
    public Task APairingCode(string device) => site.GetCodeAsync(device);

    [When(@"^the pairing code is entered on (macs-\d)$")]
    public async Task TheCodeIsEntered(string device) => await (await site.TerminalAsync(device)).PairAsync(site.Codes[device]);

    [When(@"^the pairing code of (macs-\d) is entered on (macs-\d)$")]
    public async Task TheCodeOfAnother(string of, string device) => await (await site.TerminalAsync(device)).PairAsync(site.Codes[of]);

    [When(@"^the first pairing code of (macs-\d) is entered after another one was got$")]
    public async Task TheFirstCode(string device)
    {
        var first = site.Codes[device];
        await site.GetCodeAsync(device);
        await (await site.TerminalAsync(device)).PairAsync(first);
    }

    [Given(@"^another MACS answers (macs-\d), with a certificate of another CA$")]
    [Needs(Need.Simulator)]
    public async Task AnotherAnswers(string device)
    {
        var another = (await site.Bench.AnotherSiteAsync()).System("access-control");
        await site.Bench.Cables.DivertAsync(device, new Uri(another.Api!).Authority);
    }

    [When(@"^its own MACS answers (macs-\d) again$")]
    [Needs(Need.Simulator)]
    public Task ItsOwnAnswers(string device) => site.Bench.Cables.SetAsync(device, CableState.Connected);

    [Then(@"^(macs-\d) has spoken to MACS over TLS$")]
    [Needs(Need.Simulator)]
    public async Task HasSpokenOverTls(string device) =>
        (await site.RequestsOfAsync(device)).ShouldContain(r => r.Url == $"{site.Https}/pos/pair" && r.Status == 200);

    [Then(@"^(macs-\d) has told nothing to MACS$")]
    [Needs(Need.Simulator)]
    public async Task HasToldNothing(string device) => (await site.RequestsOfAsync(device)).ShouldAllBe(r => r.Status == 0);

    /// <summary>None of them is the right one, whatever that is.</summary>
    [When(@"^five wrong pairing codes are entered on (macs-\d)$")]
    public async Task FiveWrongCodes(string device)
    {
        var terminal = await site.TerminalAsync(device);
        for (var i = 1; i <= 5; i++)
        {
            var right = int.Parse(site.Codes[device], CultureInfo.InvariantCulture);
            await terminal.PairAsync(((right + i) % 100_000_000).ToString("D8", CultureInfo.InvariantCulture));
        }
    }

    [When(@"^a pairing code is asked for (macs-\d)$")]
    public async Task ACodeIsAskedFor(string device) =>
        codeStatus = (await site.Admin.GetPairingCodeAsync(device.ToUpperInvariant())).Status;

    [Then(@"^no pairing code is generated$")]
    public void NoCode() => codeStatus.ShouldBe(HttpStatusCode.Conflict);

    [When(@"^(macs-\d) is unpaired in MACS$")]
    public Task IsUnpaired(string device) => site.Admin.UnpairAsync(device.ToUpperInvariant());

    [Then(@"^the terminal status of (macs-\d) is (PAIRED|NOT PAIRED)$")]
    public async Task TheStatusIs(string device, string status) =>
        (await site.Admin.AllAsync("terminals"))
            .Single(t => t!["serial"]!.GetValue<string>() == device.ToUpperInvariant())!["status"]!.GetValue<string>()
            .ShouldBe(status);

    [Then(@"^(macs-\d) asks for a pairing code$")]
    public async Task AsksForACode(string device)
    {
        await (await site.TerminalAsync(device)).AcknowledgeAsync();
        await (await site.Bench.PanelAsync(device)).WaitUntilAsync(p => p.Field("Pairing code") is not null, "the pairing code's field");
    }
}

using Microsoft.AspNetCore.Http;
using PairingLab.Features.Support;

namespace PairingLab.Features.TerminalTrust;

/// <summary>Steps about those who are not devices of the bench.</summary>
[Binding]
[Scope(Tag = "terminal-trust")]
public sealed class StrangerSteps(TrustSite site, Strangers strangers)
{
    [AfterScenario]
    public Task Leave() => strangers.LeaveAsync();

    [Given(@"^a man in the middle sits on the cable of (kiosk-\d)$")]
    [When(@"^a man in the middle sits on the cable of (kiosk-\d)$")]
    [Needs(Need.Simulator)]
    public Task ManSitsOn(string kiosk) => strangers.PutManOnAsync(kiosk);

    [When(@"^a man in the middle who speaks for gate and master sits on the cable of (kiosk-\d)$")]
    [Needs(Need.Simulator)]
    public async Task ManPretends(string kiosk)
    {
        var trusted = await (await site.TerminalAsync(kiosk)).ReadAdministrationAsync("Trusted server: ");
        await strangers.PutManOnAsync(kiosk);
        strangers.Man!.Pretends = trusted;
    }

    [When(@"^the man in the middle leaves the cable of (kiosk-\d)$")]
    [When(@"^the strange server leaves the cable of (kiosk-\d)$")]
    [Needs(Need.Simulator)]
    public Task ManLeaves(string kiosk) => site.Bench.SetCableAsync(kiosk, CableState.Connected);

    [Then(@"^the man in the middle is rejected by gate with reason (\d)$")]
    public async Task ManIsRejected(int reason) =>
        (await strangers.Man!.HelloAsync(await strangers.GateAsync(), await site.SerialAsync("kiosk-1"))).ShouldBe(reason);

    [Then(@"^the man in the middle is not served by master with reason (\d)$")]
    public async Task ManIsNotServed(int reason) =>
        (await strangers.Man!.StatusAsync(await strangers.MasterAsync())).ShouldBe((403, reason));

    [Then(@"^gate has told another pairing code than (kiosk-\d) shows$")]
    public void AnotherCode(string kiosk)
    {
        strangers.Man!.LastAnswer.ShouldContain(strangers.Man.Code);
        strangers.Man.LastAnswer.ShouldNotContain(site.Codes[kiosk]);
    }

    [Then(@"^the man in the middle has read nothing that was meant for master$")]
    public void HasReadNothing() => strangers.Man!.MasterRequests.ShouldBe(0);

    [Given(@"^a server that speaks no TLS sits on the cable of (kiosk-\d)$")]
    [Needs(Need.Simulator)]
    public async Task NoTls(string kiosk) =>
        await strangers.PutOnAsync(kiosk, await StrangeServer.StartAsync(null, http => http.Response.WriteAsync("hello")));

    [Given(@"^a server that hangs up sits on the cable of (kiosk-\d)$")]
    [Needs(Need.Simulator)]
    public async Task HangsUp(string kiosk)
    {
        var server = await StrangeServer.StartAsync(TestCertificate.New("strange"), http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        await strangers.PutOnAsync(kiosk, server);
    }

    [Given(@"^a server whose gate says PAIRED and whose master rejects with reason 2 sits on the cable of (kiosk-\d)$")]
    [Needs(Need.Simulator)]
    public async Task Contradicts(string kiosk) => await strangers.ContradictAsync(kiosk);

    [Then(@"^that server has been asked by kiosk-1 at most (\d+) times$")]
    public void WasAsked(int most) => strangers.Contradicting!.Asked.ShouldBeInRange(2, most);

    [Given(@"^a terminal that is played over the wire is paired and keeps its session$")]
    public async Task PlayedIsPaired()
    {
        var played = await strangers.PlayAsync();
        await (await site.OperatorAsync()).CreateTerminalAsync(played.Serial);
        await PlayedIsApproved();
        await played.OpenSessionAsync();
    }

    [When(@"^that terminal is approved with its code$")]
    public async Task PlayedIsApproved()
    {
        var played = strangers.Played!;
        var hello = await played.HelloAsync();
        hello.GetProperty("state").GetString().ShouldBe("PENDING");
        hello.GetProperty("pairingCode").GetString().ShouldBe(played.Code);
        await (await site.OperatorAsync()).ApproveAsync(played.Serial, played.Code);
        (await played.HelloAsync()).GetProperty("state").GetString().ShouldBe("PAIRED");
    }

    [When(@"^the operator unpairs that terminal$")]
    public async Task UnpairPlayed() => await (await site.OperatorAsync()).UnpairAsync(strangers.Played!.Serial);

    [Then(@"^its session is dropped$")]
    public async Task IsDropped() =>
        (await strangers.Played!.IsDroppedAsync()).ShouldBeTrue("master still keeps the connection after 10 s");

    [Then(@"^it is not served by master with reason (\d)$")]
    public async Task PlayedIsNotServed(int reason)
    {
        var (status, body) = await strangers.Played!.StatusAsync();
        (status, body.GetProperty("reason").GetInt32()).ShouldBe((403, reason));
    }

    [Then(@"^it is served by master$")]
    public async Task PlayedIsServed()
    {
        var (status, body) = await strangers.Played!.StatusAsync();
        (status, body.GetProperty("mode").GetInt32()).ShouldBe((200, 0));
    }

    [When(@"^a new identity of that terminal is approved$")]
    public async Task NewIdentity()
    {
        strangers.Old = strangers.Played;
        strangers.Forget();
        await strangers.PlayAsync(strangers.Old!.Serial);
        await PlayedIsApproved();
    }

    [Then(@"^the new identity is served by master$")]
    public Task NewIsServed() => PlayedIsServed();

    [Then(@"^the old identity is not served by master with reason (\d)$")]
    public async Task OldIsNotServed(int reason)
    {
        var (status, body) = await strangers.Old!.StatusAsync();
        (status, body.GetProperty("reason").GetInt32()).ShouldBe((403, reason));
    }

    [Then(@"^the old identity is rejected by gate with reason (\d)$")]
    public async Task OldIsRejected(int reason) => (await strangers.Old!.HelloAsync()).GetProperty("reason").GetInt32().ShouldBe(reason);

    [Then(@"^CAS lists that terminal as ""(.*)""$")]
    public async Task ListsPlayed(string state)
    {
        var shown = await (await site.OperatorAsync()).GoToTerminalsAsync();
        shown.Texts.ShouldContain(t => t.StartsWith($"{strangers.Played!.Serial}, {state}, ", StringComparison.Ordinal), shown.ToString());
    }
}

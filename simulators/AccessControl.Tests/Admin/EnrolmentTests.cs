using System.Net;
using Microsoft.AspNetCore.Http;
using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;
using PairingLab.AccessControl.Tests.ThirdParties;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>Enrollments: verified with MRS, suspended, reactivated and removed, with what that does at the terminals.</summary>
public abstract class EnrolmentTests : IAsyncLifetime
{
    private PlayedParties parties = null!;
    private RunningMacs macs = null!;
    private AdminClient admin = null!;
    private string card = "";

    public async ValueTask InitializeAsync()
    {
        parties = await PlayedParties.StartAsync();
        macs = await RunningMacs.StartAsync(new() { MrsAddress = parties.Address }, Open(), "SN-1", "SN-2");
        await macs.Macs.RuleCommands.SaveAsync(
            macs.Everybody with { Cardholder = new(new(null), null), Spend = new(new(0.01m, "EUR"), 10, [], 0) }, "test");
        var bought = $$"""
            {"date":"{{macs.Now.AddDays(-1):O}}","merchantCategoryCode":"5411","transactionAmount":5,"transactionCurrencyCode":"978"}
            """;
        parties.Transactions = http => PlayedParties.SayAsync(http, PlayedParties.Page(bought));
        await macs.EnterAsync("SN-2");
        admin = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        card = (await macs.Database.RunAsync(s => s.Find<string>("select pan_hash from cards where aref = 'AREF-1'"))).ShouldNotBeNull();
    }

    public async ValueTask DisposeAsync()
    {
        if (macs is not null)
        {
            admin?.Dispose();
            await macs.DisposeAsync();
        }

        await parties.DisposeAsync();
    }

    [Theory]
    [InlineData("ACTIVE")]
    [InlineData("CLOSED")]
    public async Task What_MRS_says_of_the_account_is_shown_with_who_asked_and_when(string status)
    {
        parties.Account = (http, aref) => PlayedParties.SayAsync(http, PlayedParties.AccountOf(aref, status));
        (await DoAsync("verify")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        parties.Asked.Last().Path.ShouldBe("/loyalty/mrs/accounts/AREF-1");
        var row = await CardAsync();
        (row.Verified, row.VerifiedBy, row.VerifiedAt).ShouldBe((status, "admin@macs.example", macs.Now));
        (await PageAsync()).ShouldContain($">{status}</span>");
    }

    [Fact]
    public async Task An_account_that_MRS_does_not_have_is_UNKNOWN()
    {
        parties.Account = (http, _) => Task.FromResult(http.Response.StatusCode = StatusCodes.Status404NotFound);
        await DoAsync("verify");
        (await CardAsync()).Verified.ShouldBe("UNKNOWN");
    }

    [Theory]
    [InlineData("nonsense", 200)]
    [InlineData("{}", 200)]
    [InlineData("""{"id":"AREF-2","status":"ACTIVE"}""", 200)]
    [InlineData("""{"id":"AREF-1","status":"5432101234567890"}""", 200)]
    [InlineData("""{"id":"AREF-1","status":7}""", 200)]
    [InlineData("", 500)]
    public async Task An_answer_that_says_nothing_leaves_what_was_said_before(string answer, int status)
    {
        await DoAsync("verify");
        parties.Account = (http, _) =>
        {
            http.Response.StatusCode = status;
            return PlayedParties.SayAsync(http, answer);
        };
        using var told = await DoAsync("verify");
        told.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await told.Content.ReadAsStringAsync()).ShouldContain("Not verified: MRS did not answer.");
        (await CardAsync()).Verified.ShouldBe("ACTIVE");
    }

    [Fact]
    public async Task A_suspended_card_is_let_in_nowhere_and_nobody_is_asked_about_it()
    {
        await DoAsync("suspend", ("reason", "Reported stolen"));
        var asked = parties.Asked.Count;
        (await RunningMacs.CodeOfAsync(await macs.CheckAsync("SN-1"))).ShouldBe("422 UNMET_REQUIREMENTS");
        parties.Asked.Count.ShouldBe(asked);
        var operation = (await macs.Macs.Locations.OperationsAsync(9)).Single(o => o.Serial == "SN-1");
        (operation.Status, operation.Rule).ShouldBe(("REJECTED", "Card enrollment suspended"));
        var page = await PageAsync();
        page.ShouldContain(">SUSPENDED</span>");
        page.ShouldContain("Reported stolen");
        (await admin.TextAsync("/admin/cards")).ShouldContain(">SUSPENDED</span>");
        await DoAsync("reactivate");
        await macs.EnterAsync("SN-1");
        (await PageAsync()).ShouldNotContain("SUSPENDED");
    }

    /// <summary>Without an acquirer and without a rule about spending everything of a tap is one transaction.</summary>
    [Fact]
    public async Task A_card_is_suspended_for_rules_that_do_not_look_at_its_spending_too()
    {
        await macs.Macs.RuleCommands.DeleteAsync(1);
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody, "test");
        await DoAsync("suspend", ("reason", "Reported stolen"));
        (await RunningMacs.CodeOfAsync(await macs.CheckAsync("SN-1"))).ShouldBe("422 UNMET_REQUIREMENTS");
    }

    [Fact]
    public async Task A_suspended_card_leaves_the_whitelist_of_the_terminals_until_it_is_reactivated()
    {
        await macs.Macs.Lists.AddAsync(RunningMacs.Pan);
        var (_, tag) = await ListAsync();
        await DoAsync("suspend", ("reason", "Reported stolen"));
        var (hashes, after) = await ListAsync();
        hashes.ShouldBeEmpty();
        after.ShouldNotBe(tag);
        await DoAsync("reactivate");
        (await ListAsync()).Hashes.ShouldBe([card]);
    }

    [Fact]
    public async Task A_suspension_needs_a_reason()
    {
        using var answer = await DoAsync("suspend");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Reason of the suspension is required.");
        (await CardAsync()).IsSuspended.ShouldBeFalse();
    }

    [Fact]
    public async Task A_removed_enrollment_is_gone_and_made_anew_by_the_next_entry()
    {
        (await admin.TextAsync($"/admin/cards/{card}/remove")).ShouldContain("Remove the enrollment of the card 543210******7890?");
        (await DoAsync("remove")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await admin.GetAsync($"/admin/cards/{card}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        parties.Aref = _ => "AREF-9";
        await macs.EnterAsync("SN-1");
        (await CardAsync()).Aref.ShouldBe("AREF-9");
    }

    [Fact]
    public async Task A_suspended_enrollment_is_not_removed_for_the_card_would_be_let_in_by_a_new_one()
    {
        await DoAsync("suspend", ("reason", "Reported stolen"));
        using var answer = await DoAsync("remove");
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await CardAsync()).Aref.ShouldBe("AREF-1");
    }

    [Theory]
    [InlineData("reactivate", "this enrollment is not suspended any more")]
    [InlineData("suspend", "somebody else has suspended this enrollment already")]
    public async Task Who_comes_second_is_told(string what, string why)
    {
        if (what == "suspend")
        {
            await DoAsync("suspend", ("reason", "First"));
        }

        using var answer = await DoAsync(what, ("reason", "Second"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(why);
        (await CardAsync()).SuspendedReason.ShouldBe(what == "suspend" ? "First" : null);
    }

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();

    private Task<HttpResponseMessage> DoAsync(string what, params (string Name, string Value)[] fields) =>
        admin.PostAsync($"/admin/cards/{card}/{what}", fields);

    private Task<string> PageAsync() => admin.TextAsync($"/admin/cards/{card}");

    private async Task<CardRow> CardAsync() =>
        (await macs.Database.RunAsync(s => s.Find<CardRow>("select * from cards where pan_hash = @card", new { card }))).ShouldNotBeNull();

    private async Task<(IReadOnlyList<string> Hashes, string Tag)> ListAsync()
    {
        var answer = await macs.SendAsync("/pos/whitelisted_pans", (object?)null, macs.Token("SN-1"));
        return ((await RunningMacs.ReadAsync<WhitelistResponse>(answer)).Hashes, answer.Headers.ETag!.ToString());
    }
}

using System.Net;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.Tests.Api;

namespace PairingLab.AccessControl.Tests.Admin;

/// <summary>
/// What the panel does with the status of an operation: what nobody confirmed has expired, what is completed can be reversed.
/// </summary>
public abstract class OperationStateTests : IAsyncLifetime
{
    private RunningMacs macs = null!;

    public async ValueTask InitializeAsync()
    {
        macs = await RunningMacs.StartAsync(null, Open(), "SN-2");
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody, "test");
    }

    public async ValueTask DisposeAsync()
    {
        if (macs is not null)
        {
            await macs.DisposeAsync();
        }
    }

    /// <summary>5 minutes are the time to confirm.</summary>
    [Theory]
    [InlineData(299_999, "CREATED")]
    [InlineData(300_000, "EXPIRED")]
    public async Task An_entry_that_nobody_confirms_has_expired_on_every_page_by_itself(int milliseconds, string status)
    {
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        var id = await macs.CheckedAsync("SN-2");
        await macs.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(milliseconds));
        (await client.TextAsync("/admin/operations")).ShouldContain($">{status}</span>");
        (await client.TextAsync($"/admin/operations/{id}")).ShouldContain($">{status}</span>");
        (await client.TextAsync($"/admin/operations?status={status}")).ShouldContain(id);
        (await client.TextAsync("/admin/operations/export")).ShouldContain($",{status},");
    }

    [Fact]
    public async Task What_the_list_says_has_expired_can_not_be_confirmed_and_does_not_block()
    {
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        var id = await macs.CheckedAsync("SN-2");
        await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));
        await client.GetAsync("/admin/operations");
        (await RunningMacs.CodeOfAsync(await macs.ConfirmAsync("SN-2", id))).ShouldBe("422 ACCESS_ID_EXPIRED");
        await macs.EnterAsync("SN-2");
    }

    [Fact]
    public async Task What_comes_between_the_reading_of_the_list_and_the_first_event_is_news_to_the_page()
    {
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        var seen = Seen(await client.TextAsync("/admin/operations"));
        (await client.ListenAsync("/admin/operations/events", _ => true)).ShouldBe([seen], "nothing is new");
        await macs.CheckedAsync("SN-2");
        (await client.ListenAsync("/admin/operations/events", said => said != seen))[^1]
            .ShouldBe(Seen(await client.TextAsync("/admin/operations")));
    }

    [Fact]
    public async Task Lists_that_are_looked_at_while_cards_are_tapped_hold_nobody_up()
    {
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => macs.CheckAsync("SN-2", $"54321012345678{i:D2}")));
            await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));
            var lists = Enumerable.Range(0, 8).Select(_ => client.GetAsync("/admin/operations")).ToList();
            var taps = Enumerable.Range(0, 8).Select(i => macs.CheckAsync("SN-2", $"54321012345678{i:D2}")).ToList();
            (await Task.WhenAll(lists)).ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
            (await Task.WhenAll(taps)).ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        }
    }

    /// <summary>Service Providers only within 30 minutes following the entry, Admins without any time restriction.</summary>
    [Theory]
    [InlineData(UserRole.ServiceProvider, 1_800_000, true)]
    [InlineData(UserRole.ServiceProvider, 1_800_001, false)]
    [InlineData(UserRole.Admin, 1_800_000, true)]
    [InlineData(UserRole.Admin, 1_800_001, true)]
    public async Task Thirty_minutes_after_the_entry(UserRole role, int milliseconds, bool isReversed)
    {
        var id = await macs.EnterAsync("SN-2");
        await macs.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(milliseconds));
        using var client = await AdminClient.SignedInAsync(macs, role);
        (await client.TextAsync($"/admin/operations/{id}")).Contains("/reverse\"", StringComparison.Ordinal).ShouldBe(isReversed);
        var answer = await client.PostAsync($"/admin/operations/{id}/reverse", ("reason", "by mistake"));
        answer.StatusCode.ShouldBe(isReversed ? HttpStatusCode.SeeOther : HttpStatusCode.Conflict);
        (await client.TextAsync($"/admin/operations/{id}")).ShouldContain($">{(isReversed ? "REVERSED" : "COMPLETED")}</span>");
    }

    [Theory]
    [InlineData("CREATED")]
    [InlineData("REJECTED")]
    [InlineData("REVERSED")]
    [InlineData("EXPIRED")]
    public async Task Only_what_is_completed_can_be_reversed(string status)
    {
        var id = await macs.EnterAsync("SN-2");
        await macs.Database.RunAsync(s => s.Execute("update operations set status = @status", new { status }));
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        (await client.PostAsync($"/admin/operations/{id}/reverse")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task What_was_typed_for_a_reversal_comes_back_and_nothing_is_reversed_unseen()
    {
        var id = await macs.EnterAsync("SN-2");
        using var client = await AdminClient.SignedInAsync(macs, UserRole.Admin);
        var answer = await client.PostAsync($"/admin/operations/{id}/reverse", ("reason", "by mistake"), ("again", "1"));
        var html = await answer.Content.ReadAsStringAsync();
        html.ShouldContain("by mistake");
        html.ShouldContain(">COMPLETED</span>");
    }

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();

    private static string Seen(string page) => page.Split("data-seen=\"")[1].Split('"')[0];
}

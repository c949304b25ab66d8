using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>What a terminal is told of guests and money, and what an operation keeps of it.</summary>
public sealed class EntryAnswerTests : IAsyncLifetime
{
    private RunningMacs macs = null!;

    public async ValueTask InitializeAsync()
    {
        macs = await RunningMacs.StartAsync(null, null, "SN-1", "SN-2");
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Adults = new(new(2), null, MostPerFlight: 2) }, "me");
    }

    public ValueTask DisposeAsync() => macs.DisposeAsync();

    [Fact]
    public async Task A_check_says_which_guests_can_come_and_a_confirmation_what_they_cost()
    {
        await macs.Macs.RuleCommands.SaveAsync(
            macs.Everybody with
            {
                Id = 1,
                Cardholder = new(null, new(new(25.50m, "EUR"), null)),
                Adults = new(new(1), new(new(20, "EUR"), 2), 9),
                Children = new(null, new(new(5, "USD"), 2), 4, FreeUnderAge: 6),
            },
            "me");
        var check = await RunningMacs.ReadAsync<CheckEntryResponse>(await macs.CheckAsync("SN-1"));
        check.AdultGuests.ShouldBe(new(3, 3, 1, 2, new(20, "EUR")));
        check.ChildGuests.ShouldBe(new(4, 2, 0, 2, new(5, "USD"), 6));

        var confirmed = await RunningMacs.ReadAsync<ConfirmEntryResponse>(await macs.ConfirmAsync("SN-1", check.AccessId, 2, 3, 5, 7));

        confirmed.Charge!.Items.ShouldBe(
        [
            new("CARDHOLDER", 1, new(25.50m, "EUR"), 25.50m),
            new("ADULT_GUEST", 1, new(20, "EUR"), 20),
            new("CHILD_GUEST", 2, new(5, "USD"), 10),
        ]);
        confirmed.Charge.Totals.ShouldBe([new(45.50m, "EUR"), new(10, "USD")]);
        var again = await RunningMacs.ReadAsync<ConfirmEntryResponse>(await macs.ConfirmAsync("SN-1", check.AccessId, 2, 3, 5, 7));
        again.Charge!.Items.ShouldBe(confirmed.Charge.Items);
    }

    [Fact]
    public async Task After_a_refused_confirmation_the_card_can_be_used_again()
    {
        var first = await macs.CheckedAsync("SN-1");
        (await RunningMacs.CodeOfAsync(await macs.ConfirmAsync("SN-1", first, 3))).ShouldBe("422 LIMIT_EXCEEDED");

        var second = await macs.CheckedAsync("SN-2");

        (await RunningMacs.CodeOfAsync(await macs.ConfirmAsync("SN-1", first, 1))).ShouldBe("422 ACCESS_ID_EXPIRED");
        (await macs.ConfirmAsync("SN-2", second, 1)).IsSuccessStatusCode.ShouldBeTrue();
        (await macs.Macs.Locations.OperationsAsync(9)).Single(o => o.Id == second).RejectCode.ShouldBeNull();
    }

    [Fact]
    public async Task An_operation_keeps_what_each_ruleset_said_of_it()
    {
        await macs.Macs.RuleCommands.SaveAsync(
            macs.Everybody with { Name = "Nobody", MostUsages = 0, Priority = 0 }, "me");
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Id = 1, Priority = 1 }, "me");
        var id = await macs.CheckedAsync("SN-1");
        var operation = (await macs.Macs.Locations.OperationsAsync(9)).Single(o => o.Id == id);
        LookedAt.Read(operation.Reasons).Select(l => $"{l.Name} {l.Reason}")
            .ShouldBe(["Nobody refuses: Total number of usage", "Everybody lets the cardholder in for free"]);
    }

    [Fact]
    public async Task A_card_without_a_ruleset_is_told_of_each_why_it_does_not_apply()
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Id = 1, Services = [Service.FastLine] }, "me");
        await macs.CheckAsync("SN-1");
        LookedAt.Read((await macs.Macs.Locations.OperationsAsync(1)).Single().Reasons).Single().Reason
            .ShouldBe("does not apply: for other services");
    }

    [Fact]
    public async Task A_deleted_location_leaves_its_id_to_nobody_and_its_terminals_can_be_added_elsewhere()
    {
        (await macs.Macs.Locations.DeleteAsync("WAW-2")).ShouldBeTrue();
        (await macs.Macs.Locations.SaveAsync(new() { Id = "WAW-2", Name = "New", Country = "POL", Service = "Lounge" })).ShouldBeFalse();
        (await macs.Macs.Locations.AddTerminalAsync("SN-2", "WAW-1")).ShouldBeNull();
        (await macs.CheckAsync("SN-2")).IsSuccessStatusCode.ShouldBeTrue("it stays paired");
    }
}

using PairingLab.AccessControl.Api;
using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Services;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Tests.Api;

/// <summary>Check, confirm, reverse.</summary>
public abstract class EntryTests : IAsyncLifetime
{
    private RunningMacs macs = null!;

    public async ValueTask InitializeAsync()
    {
        macs = await RunningMacs.StartAsync(null, Open(), "SN-1", "SN-2");
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Adults = new(new(2), null, MostPerFlight: 2) }, "me");
    }

    public async ValueTask DisposeAsync()
    {
        if (macs is not null)
        {
            await macs.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_check_says_what_the_cardholder_has()
    {
        var answer = await RunningMacs.ReadAsync<CheckEntryResponse>(await macs.CheckAsync("SN-1"));
        (answer.FreeVisitsLeft, answer.PaidVisitsLeft, answer.MaxAdultGuests, answer.MaxChildGuests, answer.Cardholder.Fee, answer.Ruleset)
            .ShouldBe((2, 0, 2, 0, null, "Everybody"));
    }

    [Fact]
    public async Task A_check_says_what_paid_guests_cost()
    {
        await macs.Macs.RuleCommands.SaveAsync(
            macs.Everybody with
            {
                Id = 1,
                Adults = new(null, new(new(20m, "EUR"), 3), 2),
                Children = new(new(1), new(new(5.5m, "USD"), null), 2)
            }, "me");
        var answer = await RunningMacs.ReadAsync<CheckEntryResponse>(await macs.CheckAsync("SN-1"));
        (answer.AdultGuestFee, answer.ChildGuestFee).ShouldBe((new Price(20m, "EUR"), new Price(5.5m, "USD")));
    }

    [Fact]
    public async Task Where_guests_are_free_nothing_is_said_of_a_fee()
    {
        var answer = await (await macs.CheckAsync("SN-1")).Content.ReadAsStringAsync();
        answer.ShouldContain("maxAdultGuests");
        answer.ShouldNotContain("GuestFee");
    }

    [Fact]
    public async Task An_entry_counts_when_it_is_confirmed()
    {
        await macs.EnterAsync("SN-1");
        (await RunningMacs.ReadAsync<CheckEntryResponse>(await macs.CheckAsync("SN-1"))).FreeVisitsLeft.ShouldBe(1);
    }

    [Fact]
    public async Task After_the_last_entry_the_limit_is_exceeded()
    {
        await macs.EnterAsync("SN-1");
        await macs.EnterAsync("SN-2");
        (await RunningMacs.ErrorOfAsync(await macs.CheckAsync("SN-1")))
            .ShouldBe("422 LIMIT_EXCEEDED: The usage limit for this card is exceeded.");
    }

    [Fact]
    public async Task A_card_with_an_entry_to_be_confirmed_is_blocked_everywhere()
    {
        await macs.CheckedAsync("SN-1");
        (await RunningMacs.ErrorOfAsync(await macs.CheckAsync("SN-2"))).ShouldBe(
            "422 TEMPORARILT_BLOCKED: The card was recently used and the transaction is not completed. "
            + "Complete the transaction or wait a while and retry.");
    }

    [Theory]
    [InlineData(299, "422 TEMPORARILT_BLOCKED")]
    [InlineData(300, "200")]
    public async Task The_block_lasts_five_minutes(int seconds, string expected)
    {
        await macs.CheckedAsync("SN-1");
        await macs.Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        var answer = await macs.CheckAsync("SN-2");
        (answer.IsSuccessStatusCode ? "200" : await RunningMacs.CodeOfAsync(answer)).ShouldBe(expected);
    }

    [Theory]
    [InlineData(299, "200")]
    [InlineData(300, "422 ACCESS_ID_EXPIRED")]
    public async Task So_long_it_can_be_confirmed(int seconds, string expected)
    {
        var accessId = await macs.CheckedAsync("SN-1");
        await macs.Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        var answer = await macs.ConfirmAsync("SN-1", accessId);
        (answer.IsSuccessStatusCode ? "200" : await RunningMacs.CodeOfAsync(answer)).ShouldBe(expected);
    }

    [Fact]
    public async Task The_same_confirmation_again_gives_the_same_answer_and_counts_once()
    {
        var accessId = await macs.CheckedAsync("SN-1");
        for (var i = 0; i < 3; i++)
        {
            (await RunningMacs.ReadAsync<StatusResponse>(await macs.ConfirmAsync("SN-1", accessId, 1))).Status.ShouldBe("COMPLETED");
        }

        (await RunningMacs.CodeOfAsync(await macs.ConfirmAsync("SN-1", accessId, 2))).ShouldBe("409 ALREADY_CONFIRMED");
        var next = await RunningMacs.ReadAsync<CheckEntryResponse>(await macs.CheckAsync("SN-1"));
        (next.FreeVisitsLeft, next.MaxAdultGuests).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_entry_is_confirmed_by_the_terminal_that_checked_it()
    {
        var accessId = await macs.CheckedAsync("SN-1");
        (await RunningMacs.CodeOfAsync(await macs.ConfirmAsync("SN-2", accessId))).ShouldBe("404 UNKNOWN_ACCESS_ID");
        (await RunningMacs.CodeOfAsync(await macs.ConfirmAsync("SN-1", "nonsense"))).ShouldBe("404 UNKNOWN_ACCESS_ID");
    }

    [Fact]
    public async Task A_refused_tap_can_not_be_confirmed()
    {
        await macs.CheckedAsync("SN-1");
        await macs.CheckAsync("SN-1");
        var rejected = (await macs.Macs.Locations.OperationsAsync(9)).Single(o => o.Status == OperationStatus.Rejected);
        (await RunningMacs.CodeOfAsync(await macs.ConfirmAsync("SN-1", rejected.Id))).ShouldBe("404 UNKNOWN_ACCESS_ID");
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public async Task More_guests_than_may_come_are_refused_and_the_entry_stays_open(int adults, int children)
    {
        var accessId = await macs.CheckedAsync("SN-1");
        (await RunningMacs.CodeOfAsync(await macs.ConfirmAsync("SN-1", accessId, adults, children))).ShouldBe("422 LIMIT_EXCEEDED");
        (await macs.ConfirmAsync("SN-1", accessId, 2)).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task A_location_without_rules_for_the_card()
    {
        await macs.Macs.RuleCommands.DeleteAsync(1);
        (await RunningMacs.ErrorOfAsync(await macs.CheckAsync("SN-1")))
            .ShouldBe("422 MISSING_ACCESS_RULES: Your card is not allowed to be used in this location.");
    }

    [Fact]
    public async Task A_terminal_whose_location_is_gone()
    {
        await macs.Macs.Locations.DeleteAsync("WAW-1");
        (await RunningMacs.ErrorOfAsync(await macs.CheckAsync("SN-1")))
            .ShouldBe("422 UNKNOWN_DEVICE: The device is not assigned to any location.");
    }

    [Fact]
    public async Task Spending_that_nobody_can_tell_of_lets_nobody_in()
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Id = 1, Spend = new(new(10, "EUR"), 10, []) }, "me");
        (await RunningMacs.ErrorOfAsync(await macs.CheckAsync("SN-1"))).ShouldBe(
            "422 UNMET_REQUIREMENTS: Requirements to access the service are not fulfiled. Contact your bank for more information.");
    }

    [Fact]
    public async Task A_cooldown_holds_at_its_location_only()
    {
        await macs.Macs.Locations.SaveAsync(
            new() { Id = "WAW-1", Name = "Chopin Lounge", Country = "POL", Service = "Lounge", CooldownMinutes = 30 });
        await macs.EnterAsync("SN-1");
        (await RunningMacs.CodeOfAsync(await macs.CheckAsync("SN-1"))).ShouldBe("422 COOLDOWN_ACTIVE");
        (await macs.CheckAsync("SN-2")).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_taps_at_two_locations_at_once_one_takes_the_last_free_entry()
    {
        for (var round = 0; round < 20; round++)
        {
            var pan = $"54321{round:D2}000000000";
            await macs.EnterAsync("SN-1", pan);
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => macs.CheckAsync(i % 2 == 0 ? "SN-1" : "SN-2", pan)));
            answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Of_many_cards_at_once_no_more_get_in_than_the_total_number_of_usage()
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Id = 1, MostUsages = 5 }, "me");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => macs.CheckAsync(i % 2 == 0 ? "SN-1" : "SN-2", $"54321012345678{i:D2}")));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(5);
    }

    [Theory]
    [InlineData(86_399, "422 LIMIT_EXCEEDED")]
    [InlineData(86_400, "200")]
    public async Task An_entry_counts_for_the_total_number_of_usage_until_its_period_is_over(int seconds, string expected)
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Id = 1, MostUsages = 1, UsagePeriodDays = 1 }, "me");
        await macs.EnterAsync("SN-1");
        await macs.Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        var answer = await macs.CheckAsync("SN-2", "5432101234560000");
        (answer.IsSuccessStatusCode ? "200" : await RunningMacs.CodeOfAsync(answer)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("1234567890", "05/28", "CHIP", "pan")]
    [InlineData("5432 1012 3456 7890", "05/28", "CHIP", "pan")]
    [InlineData("5432101234567890", "5/28", "CHIP", "expiryDate")]
    [InlineData("5432101234567890", "13/28", "CHIP", "expiryDate")]
    [InlineData("5432101234567890", "05/28", "SWIPE", "entryMode")]
    public async Task A_bad_request_says_what_would_be_right(string pan, string expiry, string mode, string named)
    {
        var answer = await macs.SendAsync("/pos/check_entry", new CheckEntryRequest(pan, expiry, mode), macs.Token("SN-1"));
        (await RunningMacs.ErrorOfAsync(answer)).ShouldStartWith($"400 BAD_REQUEST: {named} must");
    }

    [Theory]
    [InlineData(UserRole.Admin, 100_000, null)]
    [InlineData(UserRole.ServiceProvider, 1800, null)]
    [InlineData(UserRole.ServiceProvider, 1801, "TOO_LATE")]
    [InlineData(UserRole.User, 0, "NOT_ALLOWED")]
    [InlineData(UserRole.Issuer, 0, "NOT_ALLOWED")]
    [InlineData(UserRole.CallCenter, 0, "NOT_ALLOWED")]
    public async Task Who_may_reverse_and_how_long(UserRole role, int secondsLater, string? error)
    {
        var id = await macs.EnterAsync("SN-1");
        await macs.Clock.AdvanceAsync(TimeSpan.FromSeconds(secondsLater));
        var refusal = await macs.Macs.Reverse.ReverseAsync(id, "jo@macs", role, "wrong card");
        refusal?.Code().ShouldBe(error);
        (refusal is null).ShouldBe(error is null);
    }

    [Fact]
    public async Task A_reversed_entry_does_not_count_and_says_who_when_and_why()
    {
        var id = await macs.EnterAsync("SN-1");
        await macs.EnterAsync("SN-1");
        (await macs.Macs.Reverse.ReverseAsync(id, "jo@macs", UserRole.Admin, "wrong card")).ShouldBeNull();
        (await RunningMacs.ReadAsync<CheckEntryResponse>(await macs.CheckAsync("SN-1"))).FreeVisitsLeft.ShouldBe(1);
        var operation = (await macs.Macs.Locations.OperationsAsync(9)).Single(o => o.Id == id);
        (operation.Status, operation.ReversedBy, operation.ReversedReason, operation.ReversedAt)
            .ShouldBe(("REVERSED", "jo@macs", "wrong card", macs.Now));
        (await macs.Macs.Reverse.ReverseAsync(id, "jo@macs", UserRole.Admin, "again")).ShouldBe(Refusal.NotCompleted);
    }

    [Fact]
    public async Task A_reversed_or_expired_entry_gives_its_place_in_the_total_number_of_usage_back()
    {
        await macs.Macs.RuleCommands.SaveAsync(macs.Everybody with { Id = 1, MostUsages = 1 }, "me");
        var entered = await macs.EnterAsync("SN-1");
        (await RunningMacs.CodeOfAsync(await macs.CheckAsync("SN-1", "5432101234567891"))).ShouldBe("422 LIMIT_EXCEEDED");
        (await macs.Macs.Reverse.ReverseAsync(entered, "jo@macs", UserRole.Admin, "wrong card")).ShouldBeNull();
        await macs.CheckedAsync("SN-1", "5432101234567892");
        (await RunningMacs.CodeOfAsync(await macs.CheckAsync("SN-1", "5432101234567893"))).ShouldBe("422 LIMIT_EXCEEDED");
        await macs.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));
        await macs.CheckedAsync("SN-1", "5432101234567894");
    }

    [Fact]
    public async Task Only_a_completed_entry_can_be_reversed()
    {
        var id = await macs.CheckedAsync("SN-1");
        (await macs.Macs.Reverse.ReverseAsync(id, "jo@macs", UserRole.Admin, "")).ShouldBe(Refusal.NotCompleted);
        (await macs.Macs.Reverse.ReverseAsync("nonsense", "jo@macs", UserRole.Admin, "")).ShouldBe(Refusal.UnknownOperation);
    }

    [Fact]
    public async Task An_operation_shows_why()
    {
        await macs.EnterAsync("SN-1");
        var operation = (await macs.Macs.Locations.OperationsAsync(9))[0];
        (operation.RulesetName, operation.Rule, operation.Ica, operation.IcaName, operation.Product, operation.MaskedPan, operation.Payment)
            .ShouldBe(("Everybody", "Number of free invitations", "1234", "Alpha Bank", "MCG", "543210******7890", "CHIP"));
    }

    /// <summary>The database that the tests run on.</summary>
    private protected abstract IMacsDatabase Open();
}

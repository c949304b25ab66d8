using PairingLab.Kernel.Store;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Tests.Api;

/// <summary>What a terminal plays by itself, as far as SCI does it; the terminal's side is in TerminalLogicTests.</summary>
public sealed class OutcomeTests : LinkedTests
{
    [Theory]
    [InlineData(Plays.Busy, 1000, "409 transaction_refused")]
    [InlineData(Plays.Gone, 1000, "424 device_not_connected")]
    [InlineData(Plays.Cents, 1091, "409 transaction_refused")]
    [InlineData(Plays.Cents, 1092, "424 device_not_connected")]
    public async Task A_terminal_that_is_busy_or_gone_refuses(Plays plays, int amount, string error)
    {
        Play(plays);
        (await Paired.PurchaseAsync(amount)).Error.ShouldBe(error);
    }

    [Theory]
    [InlineData(1000, Plays.Approve, null)]
    [InlineData(1051, Plays.Decline, "Insufficient funds")]
    [InlineData(105, Plays.Decline, "Do not honour")]
    [InlineData(99, Plays.Approve, null)]
    public async Task The_cents_of_the_whole_amount_say_what_is_played(int amount, Plays plays, string? reason)
    {
        Play(Plays.Cents);
        var id = (await Paired.PurchaseAsync(amount)).Data.Id();
        var t = Sci.Service.State.Transactions[id];
        (t.Plays, t.DeclineReason).ShouldBe((plays, reason));
    }

    [Fact]
    public async Task A_person_is_not_replaced_whatever_the_cents()
    {
        var id = (await Paired.PurchaseAsync(1051)).Data.Id();
        Sci.Service.State.Transactions[id].Plays.ShouldBe(Plays.Person);
    }

    [Fact]
    public async Task A_decline_tells_its_reason()
    {
        Play(Plays.Cents);
        var begun = await BeginAsync("""{"purchase_details":{"purchase_amount":1055}}""");
        await Sci.ActAsync("eftpos-1", new("declined", begun.Id()));
        (await ReadAsync(begun.Id())).Word("message").ShouldBe("Transaction declined: Incorrect PIN");
    }

    [Fact]
    public async Task An_answer_that_is_lost_leaves_the_transaction_on_the_terminal()
    {
        Play(Plays.LostAnswer);
        await Should.ThrowAsync<HttpRequestException>(() => Paired.PurchaseAsync(1000));
        var id = Sci.Service.State.Terminals["eftpos-1"].Transaction.ShouldNotBeNull();
        Sci.Service.State.Transactions[id].Amounts.Purchase.ShouldBe(1000);
    }

    [Theory]
    [InlineData("eftpos-plays-lose-network", Plays.LoseNetwork)]
    [InlineData("eftpos-plays-approve", Plays.Approve)]
    [InlineData("eftpos-plays-3", null)]
    [InlineData("eftpos-plays-nothing", null)]
    [InlineData("eftpos-1", null)]
    public void A_terminal_may_say_by_its_id_what_it_plays(string id, Plays? plays) => PlaysById.Find(id).ShouldBe(plays);

    [Fact]
    public void A_signature_and_a_form_are_nothing_for_a_settlement() =>
        new[] { Plays.Form, Plays.Sign, Plays.Decline, Plays.Cents }
            .Select(p => Outcomes.Of(p, new(TransactionType.Settlement, Amounts.None)).Plays)
            .ShouldBe([Plays.Approve, Plays.Approve, Plays.Decline, Plays.Approve]);

    [Fact]
    public async Task What_is_set_and_taken_survives_a_restart()
    {
        var store = new MemoryStore();
        await using (var first = await RunningSci.StartAsync(store: store))
        {
            var pairing = await first.PairAsync();
            first.Service.Do(new ConfigureTerminal("eftpos-1", new() { Plays = Plays.Approve, Surcharge = 150 }));
            first.Service.Do(new StartTransaction("t", pairing.Id, new(TransactionType.Moto, new() { Moto = 500 }), Connected: true));
            first.Service.Do(new FinishTransaction("eftpos-1", "t", TransactionResult.Approved));
        }

        await using var second = await RunningSci.StartAsync(store: store);
        var terminal = second.Service.State.Terminals["eftpos-1"];
        terminal.Options.ShouldBe(new() { Plays = Plays.Approve, Surcharge = 150 });
        terminal.Takings.Open.ShouldBe(new() { Moto = 500 });
        second.Service.State.Transactions["t"].Result.ShouldBe(TransactionResult.Approved);
    }

    /// <summary>As it was written by a lab that knew purchases only.</summary>
    [Fact]
    public async Task A_transaction_of_an_older_lab_is_let_go()
    {
        var store = new MemoryStore();
        store.Save(("sci/transaction/txn_1",
            """
            {"id":"txn_1","pairing":"p","terminal":"eftpos-1","amount":1000,"version":2,"message":"m","result":null,
            "until":"2026-01-05T08:02:00+00:00"}
            """));
        await using var sci = await RunningSci.StartAsync(store: store);
        sci.Service.State.Transactions.ShouldBeEmpty();
        sci.Service.State.Terminals["eftpos-1"].Transaction.ShouldBeNull();
        store.Read("sci/transaction/txn_1").ShouldBeNull();
    }

    private void Play(Plays plays) => Sci.Service.Do(new ConfigureTerminal("eftpos-1", new() { Plays = plays })).Refusal.ShouldBeNull();
}

using System.Text.Json;
using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Web;
using PairingLab.Sci.Devices.Pos;
using PairingLab.Sci.Tests.Core;

namespace PairingLab.Sci.Tests.Devices;

/// <summary>What a POS asks, and what it makes of the answer.</summary>
public sealed class PosLogicTests
{
    private const string StoredBar =
        """
        {"pairingId":"pid_1","keyId":"kid_pid_1","confirmationCode":"1234","signingSecretPartB":"5b1e070927ddb9fe5931e7e2aaaad5c1",
        "baseUrl":"http://127.0.0.1:1","tid":"tid1","pairingNickname":"Bar","terminalNickname":"Terminal"}
        """;

    /// <summary>A memory as it has been on disks since the first POS.</summary>
    private static readonly string Stored =
        $$$"""
        {"pairings":[{{{StoredBar}}}],"new":null,
        "purchase":{"id":"txn_1","version":1,"message":"Waiting","result":null,"pairing":{{{StoredBar}}},
        "amount":1000,"actions":[],"isWatched":true}}
        """.ReplaceLineEndings("");

    private static readonly DateTimeOffset Now = States.Now;
    private static readonly PosLogic Logic = new("sci-pos-1", States.Settings);
    private static readonly StoredPairing Bar = PosStates.Pairing("pid_1", "Bar", "tid1");
    private static readonly StoredPairing Cellar = PosStates.Pairing("pid_2", "Cellar", "tid2");
    private static readonly PosReply Done = new(Done: true);
    private static readonly PosReply NotActive = new(Done: false, "no_active_pairings_found", "No active pairings found");
    private static readonly PosPurchase Purchase = new("txn_1", 1, "Waiting", null, Bar, 1000);

    private static readonly PosOrder Ten = new(PosOrderKind.Purchase, 1000);

    private static readonly PosState New = new(PosMemory.Fresh);
    private static readonly PosState Paired = new(PosMemory.Fresh with { Pairings = [Bar, Cellar] });
    private static readonly PosState Paying = new(Paired.Memory with { Purchase = Purchase });

    [Fact]
    public void A_code_becomes_a_pairing_when_it_has_been_tested()
    {
        var asked = Press(Typed(Press(New, "Pairing"), (PosFields.Code, " 041234 "), (PosFields.Nickname, "Bar")), "Pair");
        Logic.Wants(asked).ShouldBe([new PosRequest.Pair("041234", "Bar")]);

        var made = Answer(asked, new(Done: true, Paired: Bar));
        made.Memory.ShouldBe(PosMemory.Fresh with { New = Bar });
        Logic.Wants(Press(made, "Test")).ShouldBe([new PosRequest.Test(Bar)]);

        var tooEarly = Answer(Press(made, "Test"), NotActive);
        tooEarly.Memory.ShouldBe(made.Memory);
        Texts(tooEarly).ShouldBe([PosTexts.NoActivePairings, PosTexts.ConfirmFirst]);
        var tested = Answer(Press(tooEarly, "Test"), Done);
        (tested.Memory.New, tested.Memory.Pairings.Single(), Texts(tested).Single()).ShouldBe((null, Bar, PosTexts.PairingSuccessful));
    }

    [Fact]
    public void Without_a_nickname_none_is_sent() =>
        Logic.Wants(Press(Typed(Press(New, "Pairing"), (PosFields.Code, "041234"), (PosFields.Nickname, " ")), "Pair"))
            .ShouldBe([new PosRequest.Pair("041234", null)]);

    [Fact]
    public void A_pairing_that_is_cancelled_is_unpaired_and_forgotten()
    {
        var made = New with { Page = PosPage.Pairing, Memory = PosMemory.Fresh with { New = Bar } };
        var asked = Press(made, "Cancel");
        Logic.Wants(asked).ShouldBe([new PosRequest.Unpair(Bar)]);
        Answer(asked, Done).Memory.ShouldBe(PosMemory.Fresh);
        Answer(asked, NotActive).Memory.ShouldBe(PosMemory.Fresh, "it has come to nothing already");
        Answer(asked, PosReply.None).Memory.ShouldBe(made.Memory);
    }

    /// <summary>Certification: pairing-info is called when the pairing section is opened.</summary>
    [Fact]
    public void The_section_checks_one_pairing_after_the_other()
    {
        var first = Press(Paired, "Pairing");
        Logic.Wants(first).ShouldBe([new PosRequest.Check(Bar)]);
        var second = Answer(first, NotActive);
        Logic.Wants(second).ShouldBe([new PosRequest.Check(Cellar)]);
        var both = Answer(second, NotActive);
        Logic.Wants(both).ShouldBeEmpty();
        both.Memory.Pairings.ShouldBeEmpty();
        Texts(both).ShouldBe([PosTexts.NoActivePairings, PosTexts.PairAgain(Bar), PosTexts.PairAgain(Cellar)]);
    }

    [Fact]
    public void Without_a_network_the_section_checks_no_more()
    {
        var offline = Answer(Press(Paired, "Pairing"), PosReply.None);
        Logic.Wants(offline).ShouldBeEmpty();
        (offline.Memory, Texts(offline).Single()).ShouldBe((Paired.Memory, PosTexts.CheckNetwork));
    }

    /// <summary>Certification: pairing-info is called before a transaction.</summary>
    [Fact]
    public void A_purchase_is_sent_when_the_pairing_has_been_checked()
    {
        var checking = Press(Typed(Paired, (PosFields.Amount, "10.00")), "Pay Bar");
        Logic.Wants(checking).ShouldBe([new PosRequest.CheckBeforeSale(Bar, Ten)]);
        var paying = Answer(checking, Done);
        Logic.Wants(paying).ShouldBe([new PosRequest.Pay(Bar, Ten)]);
        var watching = Answer(paying, new(Done: true, Purchase: Purchase));
        watching.Memory.ShouldBe(Paying.Memory);
        Logic.Wants(watching).ShouldBe([new PosRequest.Watch(Purchase)]);

        Answer(checking, NotActive).Memory.Pairings.ShouldBe([Cellar]);
        Logic.Wants(Answer(checking, NotActive)).ShouldBeEmpty("nothing is sold over it");
    }

    [Fact]
    public void News_is_waited_for_until_there_is_a_result()
    {
        var news = Purchase with { Version = 2 };
        var again = Watched(Paying, new(Done: true, Purchase: news));
        Logic.Wants(again).ShouldBe([new PosRequest.Watch(news)]);
        var ended = Watched(again, new(Done: true, Purchase: news with { Result = "APPROVED" }));
        Logic.Wants(ended).ShouldBeEmpty();
        Press(ended, "OK").Memory.ShouldBe(Paired.Memory);
        Logic.Patience(new PosRequest.Watch(news)).ShouldBe(States.Settings.LongPoll + States.Settings.AnswerPatience);
    }

    [Fact]
    public void Without_an_answer_it_asks_again_for_news_a_little_later()
    {
        var silence = Watched(Paying, PosReply.None);
        (Texts(silence).Single(), silence.Memory).ShouldBe((PosTexts.CheckNetwork, Paying.Memory));
        Logic.Wants(silence).ShouldBeEmpty();
        var pulse = Logic.NextPulse(silence)!.Value;
        pulse.At.ShouldBe(Now + States.Settings.AnswerPatience);
        Logic.Wants(Logic.Due(silence, pulse.At - TimeSpan.FromTicks(1))).ShouldBeEmpty();
        var due = Logic.Due(silence, pulse.At);
        Logic.Wants(due).ShouldBe([new PosRequest.Watch(Purchase)]);
        Logic.NextPulse(due).ShouldBeNull();
        Watched(due, new(Done: true, Purchase: Purchase)).Notice.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no_active_pairings_found")]
    [InlineData("transaction_not_found")]
    public void A_purchase_that_nobody_knows_any_more_has_an_unknown_result(string error)
    {
        var lost = Watched(Paying, new(Done: false, error, "gone"));
        lost.Memory.Purchase.ShouldBe(Purchase with { Result = "UNKNOWN", Message = PosTexts.ResultUnknown });
        (Logic.Wants(lost).Any(), Logic.NextPulse(lost)).ShouldBe((false, null));
    }

    [Fact]
    public void A_signature_is_judged_before_news_is_waited_for_again()
    {
        const string Url = "http://127.0.0.1:1/v1/transactions/txn_1/submit/accept-signature";
        var signed = Purchase with
        {
            Version = 3,
            Status = "AWAITING_POS",
            Form = [new("Accept signature", "button") { SubmitUrl = Url }],
        };
        var asks = Watched(Paying, new(Done: true, Purchase: signed));
        Logic.Wants(asks).ShouldBeEmpty("a person must act first");
        var judged = Press(asks, "Accept signature");
        Logic.Wants(judged).ShouldBe([new PosRequest.Act(signed, Url, null)]);
        Logic.Wants(Answer(judged, PosReply.None)).ShouldBeEmpty();
        var next = signed with { Version = 4, Status = "PENDING" };
        Logic.Wants(Answer(judged, new(Done: true, Purchase: next))).ShouldBe([new PosRequest.Watch(next)]);
    }

    [Fact]
    public void A_disk_of_an_older_pos_is_read_and_the_purchase_goes_on()
    {
        var store = new MemoryStore();
        store.Save(("sci-pos/sci-pos-1", Stored));
        var booted = Logic.Boot(new(store), Now);
        booted.Page.ShouldBe(PosPage.Sale);
        booted.Memory.Pairings.ShouldBe([Bar]);
        Logic.Wants(booted).Cast<PosRequest.Watch>().Single().Pairing.ShouldBe(Bar);
        var (key, document) = Logic.Memory(booted).Single();
        var written = JsonSerializer.Serialize(document, LabJson.Options);
        store.Save((key, written));
        var again = Logic.Boot(new(store), Now);
        JsonSerializer.Serialize(Logic.Memory(again).Single().Value, LabJson.Options).ShouldBe(written);
        (again.Memory.Purchase!.IsWatched, again.Memory.Flags).ShouldBe((true, new PosFlags()));
    }

    private static PosState Press(PosState state, string button) => Logic.Press(state, button, Now);

    private static PosState Typed(PosState state, params (string Field, string Text)[] entries) =>
        entries.Aggregate(state, (s, e) => Logic.Type(s, e.Field, e.Text));

    private static PosState Answer(PosState state, PosReply reply) => Logic.Receive(state, state.Waiting!, reply, Now);

    private static PosState Watched(PosState state, PosReply reply) =>
        Logic.Receive(state, new PosRequest.Watch(state.Memory.Purchase!), reply, Now);

    private static string[] Texts(PosState state) => [.. state.Notice.Select(n => n.Text)];
}

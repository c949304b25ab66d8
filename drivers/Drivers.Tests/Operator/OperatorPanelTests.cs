using Microsoft.Extensions.Time.Testing;
using PairingLab.Drivers.Operator;
using PairingLab.Drivers.Panels;

namespace PairingLab.Drivers.Tests.Operator;

public sealed class OperatorPanelTests
{
    private readonly RecordingSink witness = new();
    private readonly FakeTimeProvider time = new();
    private readonly OperatorDesk desk;
    private readonly OperatorSession session;
    private readonly IPanel panel;

    public OperatorPanelTests()
    {
        desk = new OperatorDesk(time, TimeSpan.FromMinutes(1));
        session = new OperatorSession(() => desk, witness, () => null);
        panel = new OperatorPanel("pos-1", session, witness);
    }

    [Fact]
    public async Task Reading_is_what_the_person_types()
    {
        var reading = await Answered(panel.ReadAsync(), Verdict.Pass, "Successfully Paired\nPOS 1");

        reading.Texts.ShouldBe(["Successfully Paired", "POS 1"]);
        witness.Lines[0].ShouldBe("What does pos-1 show? Type it as it stands there. -> pass: Successfully Paired\nPOS 1");
    }

    [Fact]
    public async Task Presses_and_entries_are_confirmed_by_the_screen_that_comes_after_them()
    {
        session.About("Pairing", "Then pos-1 shows \"Paired\"");
        await panel.PressAsync("Pair POS");
        await panel.EnterAsync("Pairing OTP", "A1B2C3");
        await panel.SettleAsync(_ => false, "the button [OK]");
        desk.Open.ShouldBeEmpty();

        var waiting = panel.WaitUntilAsync(_ => false, "\"Paired\"");
        var question = desk.Open.ShouldHaveSingleItem().Question;
        question.Acts.ShouldBe(["Press [Pair POS] on pos-1.", "Type 'A1B2C3' into 'Pairing OTP' on pos-1."]);
        question.Text.ShouldBe("Does pos-1 show \"Paired\"?");
        (question.Scenario, question.Step).ShouldBe(("Pairing", "Then pos-1 shows \"Paired\""));
        await Answered(waiting, Verdict.Pass);
    }

    [Fact]
    public async Task What_no_screen_confirms_is_asked_for_by_itself()
    {
        await session.ConfirmAsync(); // nothing to confirm
        await panel.PressAsync("OK");
        var confirming = session.ConfirmAsync();
        desk.Open[0].Question.Acts.ShouldBe(["Press [OK] on pos-1."]);
        desk.Answer(desk.Open[0].Id, Verdict.Fail, "it is grey");
        (await Should.ThrowAsync<PanelRefusedException>(confirming)).Message.ShouldBe("the operator could not do that: it is grey");
    }

    [Fact]
    public async Task A_wait_answered_no_times_out() =>
        (await Should.ThrowAsync<PanelTimeoutException>(Answered(panel.WaitUntilAsync(_ => true, "x"), Verdict.Fail, "shows y"))).Message
            .ShouldBe("pos-1 does not show x, says the operator: shows y");

    [Fact]
    public async Task What_was_confirmed_and_cannot_have_changed_is_not_asked_again()
    {
        await Answered(panel.WaitUntilAsync(_ => true, "x"), Verdict.Pass);
        await panel.WaitUntilAsync(_ => true, "x");

        await panel.PressAsync("OK");
        var again = panel.WaitUntilAsync(_ => true, "x");
        desk.Open.Count.ShouldBe(1, "after a press it can be another");
        await Answered(again, Verdict.Pass);

        session.About("Pairing", "When 2 minutes pass");
        var later = panel.WaitUntilAsync(_ => true, "x");
        desk.Open.Count.ShouldBe(1, "after a When it can be another");
        await Answered(later, Verdict.Pass);
    }

    [Fact]
    public async Task One_of_several_is_chosen_in_one_question()
    {
        var choosing = panel.WhichAsync([new("Login", _ => true), new("Sales", _ => true)]);
        desk.Open[0].Question.Choices.ShouldBe(["Login", "Sales"]);
        desk.Answer(desk.Open[0].Id, Verdict.Pass, "Sales").ShouldBe(AnswerOutcome.Taken);
        (await choosing).ShouldBe("Sales");
    }

    [Fact]
    public async Task What_was_just_confirmed_is_not_chosen_again()
    {
        await Answered(panel.WaitUntilAsync(_ => true, "Login"), Verdict.Pass);
        (await panel.WhichAsync([new("Sales", _ => true), new("Login", _ => true)])).ShouldBe("Login");
        desk.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task None_of_several_is_an_answer()
    {
        var choosing = panel.WhichAsync([new("Login", _ => true)]);
        desk.Answer(desk.Open[0].Id, Verdict.Fail).ShouldBe(AnswerOutcome.Taken);
        (await choosing).ShouldBeNull();
    }

    [Fact]
    public async Task A_person_reads_the_display_to_the_lab_and_a_slip_is_asked_again()
    {
        var reading = new OperatorDisplay("commander-1", session, witness).ReadSiteOtpAsync();
        desk.Answer(desk.Open[0].Id, Verdict.Pass, "123").ShouldBe(AnswerOutcome.Taken);
        await UntilAskedAsync(2);
        desk.Open[0].Question.Text.ShouldStartWith("That was not four digits.");
        desk.Answer(desk.Open[0].Id, Verdict.Pass, "12. 34").ShouldBe(AnswerOutcome.Taken);

        (await reading).ShouldBe("1234");
        witness.Secrets.ShouldContain("12. 34");
    }

    [Fact]
    public async Task A_display_without_an_OTP_is_said_to_have_none()
    {
        var reading = new OperatorDisplay("commander-1", session, witness).ReadSiteOtpAsync();
        desk.Answer(desk.Open[0].Id, Verdict.Fail, "it is dark");
        (await Should.ThrowAsync<PanelTimeoutException>(reading)).Message
            .ShouldBe("commander-1 shows no OTP, says the operator: it is dark");
    }

    [Fact]
    public async Task Not_applicable_skips_with_the_reason()
    {
        (await Should.ThrowAsync<NotApplicableException>(
            Answered(panel.WaitUntilAsync(_ => true, "x"), Verdict.NotApplicable, "no such key"))).Message.ShouldEndWith(": no such key");
        witness.Lines.ShouldBe(["Does pos-1 show x? -> not applicable: no such key"]);
    }

    [Fact]
    public async Task Nobody_there_is_the_labs_error()
    {
        var reading = panel.ReadAsync();
        time.Advance(TimeSpan.FromMinutes(1));

        await Should.ThrowAsync<NotAnsweredException>(reading);
        witness.Lines.ShouldHaveSingleItem().ShouldEndWith("-> not answered");
    }

    [Fact]
    public async Task A_repeated_question_offers_the_answer_of_before()
    {
        await Answered(panel.ReadAsync(), Verdict.Pass, "Sales");
        var next = new OperatorPanel("pos-1", new OperatorSession(() => desk, witness, () => null), witness).ReadAsync();
        desk.Open[0].Before.ShouldBe(new OperatorAnswer(Verdict.Pass, "Sales"));
        await Answered(next, Verdict.Pass, "Sales");
    }

    private async Task UntilAskedAsync(int id)
    {
        while (desk.Open is not [var open, ..] || open.Id < id)
        {
            await Task.Yield();
        }
    }

    private Task<PanelReading> Answered(Task<PanelReading> asking, Verdict verdict, string? text = null)
    {
        desk.Answer(desk.Open[0].Id, verdict, text).ShouldBe(AnswerOutcome.Taken);
        return asking;
    }
}

using PairingLab.Drivers.Operator;
using PairingLab.Drivers.Panels;
using PairingLab.Drivers.Tests.Time;

namespace PairingLab.Drivers.Tests.Operator;

public sealed class OperatorPanelTests
{
    private readonly SeeingWitness witness = new();
    private readonly ManualTime time = new();
    private readonly OperatorDesk desk;
    private readonly OperatorPanel panel;

    public OperatorPanelTests()
    {
        desk = new OperatorDesk(time, TimeSpan.FromMinutes(1));
        panel = new OperatorPanel("pos-1", desk, witness);
    }

    [Fact]
    public async Task Reading_is_what_the_person_types()
    {
        var reading = await Answered(panel.ReadAsync(), Verdict.Pass, "Successfully Paired\nPOS 1");

        reading.Texts.ShouldBe(["Successfully Paired", "POS 1"]);
        witness.Lines[0].ShouldBe("What does pos-1 show? Type it as it stands there. -> pass: Successfully Paired\nPOS 1");
    }

    [Fact]
    public async Task Press_and_enter_are_asked_for()
    {
        await Answered(panel.PressAsync("Pair POS"), Verdict.Pass);
        await Answered(panel.EnterAsync("Pairing OTP", "A1B2C3"), Verdict.Pass);

        witness.Lines.ShouldContain("Press [Pair POS] on pos-1, then confirm. -> pass");
        witness.Lines.ShouldContain("Type 'A1B2C3' into 'Pairing OTP' on pos-1, then confirm. -> pass");
    }

    [Fact]
    public async Task What_could_not_be_done_is_refused() =>
        (await Should.ThrowAsync<PanelRefusedException>(Answered(panel.PressAsync("OK"), Verdict.Fail, "it is grey"))).Message
            .ShouldBe("pos-1: the operator could not press OK: it is grey");

    [Fact]
    public async Task A_wait_asks_whether_it_shows()
    {
        var reading = await Answered(panel.WaitUntilAsync(_ => false, "'Successfully Paired'", TimeSpan.FromSeconds(5)), Verdict.Pass);

        reading.Texts.ShouldBe(["'Successfully Paired'"]);
        witness.Lines[0].ShouldBe("Does pos-1 show: 'Successfully Paired'? (within 00:00:05) -> pass");
    }

    [Fact]
    public async Task A_wait_answered_no_times_out() =>
        (await Should.ThrowAsync<PanelTimeoutException>(Answered(panel.WaitUntilAsync(_ => true, "x"), Verdict.Fail, "shows y"))).Message
            .ShouldBe("pos-1 does not show x, says the operator: shows y");

    [Fact]
    public async Task Not_applicable_skips_with_the_reason()
    {
        (await Should.ThrowAsync<NotApplicableException>(Answered(panel.PressAsync("OK"), Verdict.NotApplicable, "no such key"))).Message
            .ShouldEndWith(": no such key");
        witness.Lines.ShouldBe(["Press [OK] on pos-1, then confirm. -> not applicable: no such key"]);
    }

    [Fact]
    public async Task Nobody_there_is_the_labs_error()
    {
        var reading = panel.ReadAsync();
        time.Pass(TimeSpan.FromMinutes(1));

        await Should.ThrowAsync<NotAnsweredException>(reading);
        witness.Lines.ShouldHaveSingleItem().ShouldEndWith("-> not answered");
    }

    private Task<PanelReading> Answered(Task<PanelReading> asking, Verdict verdict, string? text = null)
    {
        desk.Answer(desk.Open[0].Id, verdict, text).ShouldBe(AnswerOutcome.Taken);
        return asking;
    }
}

using Microsoft.Extensions.Time.Testing;
using PairingLab.Drivers.Operator;

namespace PairingLab.Drivers.Tests.Operator;

public sealed class OperatorDeskTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly OperatorQuestion Question = new("pos-1", QuestionKind.Attest, "Does it?");

    private readonly FakeTimeProvider time = new();
    private readonly OperatorDesk desk;

    public OperatorDeskTests() => desk = new OperatorDesk(time, Limit);

    [Fact]
    public async Task An_answer_comes_to_the_asker_trimmed()
    {
        var asking = desk.AskAsync(Question);

        desk.Open.ShouldHaveSingleItem().ShouldBe(new OpenQuestion(1, Question, time.GetUtcNow() + Limit));
        desk.Answer(1, Verdict.Fail, " no light ").ShouldBe(AnswerOutcome.Taken);

        (await asking).ShouldBe(new OperatorAnswer(Verdict.Fail, "no light"));
        desk.Open.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("4.98", 4.98)]
    [InlineData(" -4,98 ", -4.98)]
    [InlineData("five", null)]
    [InlineData("4.98 V", null)]
    [InlineData("1e9", null)]
    [InlineData("", null)]
    public async Task A_pass_of_a_measurement_needs_a_number(string typed, double? number)
    {
        var asking = desk.AskAsync(new("pos-1", QuestionKind.Number, "How many V?") { Unit = "V" });
        desk.Answer(1, Verdict.Pass, typed).ShouldBe(number is null ? AnswerOutcome.NeedsNumber : AnswerOutcome.Taken);
        desk.Answer(1, Verdict.Fail, typed).ShouldBe(number is null ? AnswerOutcome.Taken : AnswerOutcome.TooLate);
        OperatorAnswer.NumberOf((await asking).Text).ShouldBe(number);
    }

    [Fact]
    public async Task A_pass_of_a_photo_needs_one()
    {
        var asking = desk.AskAsync(new("pos-1", QuestionKind.Photo, "A photo."));
        desk.Answer(1, Verdict.Pass, "here").ShouldBe(AnswerOutcome.NeedsPhoto);
        desk.Answer(1, Verdict.Pass, null, "GIF89a"u8.ToArray()).ShouldBe(AnswerOutcome.NeedsPhoto);
        desk.Answer(1, Verdict.Pass, null, [0xFF, 0xD8, 0xFF]).ShouldBe(AnswerOutcome.Taken);
        (await asking).Photo.ShouldBe([0xFF, 0xD8, 0xFF]);
    }

    [Fact]
    public async Task Just_before_the_limit_an_answer_counts()
    {
        var asking = desk.AskAsync(Question);
        time.Advance(Limit - TimeSpan.FromTicks(1));

        desk.Answer(1, Verdict.Pass).ShouldBe(AnswerOutcome.Taken);
        time.Advance(Limit);

        (await asking).Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public async Task At_the_limit_it_is_not_answered()
    {
        var asking = desk.AskAsync(Question);
        time.Advance(Limit);

        desk.Answer(1, Verdict.Pass).ShouldBe(AnswerOutcome.TooLate);

        (await asking).ShouldBe(new OperatorAnswer(Verdict.NotAnswered));
    }

    [Fact]
    public async Task A_question_can_have_a_limit_of_its_own()
    {
        var asking = desk.AskAsync(Question with { Limit = TimeSpan.FromSeconds(1) });
        time.Advance(TimeSpan.FromSeconds(1));

        (await asking).Verdict.ShouldBe(Verdict.NotAnswered);
    }

    [Fact]
    public async Task A_limit_of_nothing_resolves_at_once() =>
        (await new OperatorDesk(TimeProvider.System, TimeSpan.Zero).AskAsync(Question)).Verdict.ShouldBe(Verdict.NotAnswered);

    [Fact]
    public async Task A_cancelled_question_is_closed()
    {
        using var cancel = new CancellationTokenSource();
        var asking = desk.AskAsync(Question, cancel.Token);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asking);
        desk.Open.ShouldBeEmpty();
        desk.Answer(1, Verdict.Pass).ShouldBe(AnswerOutcome.TooLate);
    }

    [Fact]
    public async Task What_is_to_be_read_needs_a_text()
    {
        var asking = desk.AskAsync(Question with { Kind = QuestionKind.Read });

        desk.Answer(1, Verdict.Pass, " ").ShouldBe(AnswerOutcome.NeedsText);
        desk.Answer(1, Verdict.Pass, "A1").ShouldBe(AnswerOutcome.Taken);

        (await asking).Text.ShouldBe("A1");
    }

    [Fact]
    public void Nobody_can_answer_what_was_not_asked_or_say_not_answered()
    {
        desk.Answer(1, Verdict.Pass).ShouldBe(AnswerOutcome.NoSuchQuestion);
        desk.Answer(0, Verdict.Pass).ShouldBe(AnswerOutcome.NoSuchQuestion);
        Should.Throw<ArgumentOutOfRangeException>(() => desk.Answer(1, Verdict.NotAnswered));
    }

    [Fact]
    public async Task Changes_are_told()
    {
        var counts = new List<int>();
        desk.Changed += () => counts.Add(desk.Open.Count);

        var asking = desk.AskAsync(Question);
        desk.Answer(1, Verdict.Pass);
        await asking;

        counts.ShouldBe([1, 0]);
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_counts_and_the_other_is_told()
    {
        for (var i = 1; i <= 200; i++)
        {
            var asking = desk.AskAsync(Question);
            using var start = new Barrier(2);
            var verdicts = new[] { Verdict.Pass, Verdict.Fail };
            var outcomes = await Task.WhenAll(verdicts.Select(v => Task.Run(() =>
            {
                start.SignalAndWait();
                return desk.Answer(i, v);
            })));

            outcomes.Order().ShouldBe([AnswerOutcome.Taken, AnswerOutcome.TooLate]);
            (await asking).Verdict.ShouldBe(verdicts[Array.IndexOf(outcomes, AnswerOutcome.Taken)]);
        }
    }

    [Fact]
    public async Task Answer_and_limit_at_once_give_one_verdict_that_both_sides_know()
    {
        for (var i = 1; i <= 200; i++)
        {
            var asking = desk.AskAsync(Question);
            using var start = new Barrier(2);
            var ending = Task.Run(() =>
            {
                start.SignalAndWait();
                time.Advance(Limit);
            });
            start.SignalAndWait();
            var outcome = desk.Answer(i, Verdict.Pass);
            await ending;

            (await asking).Verdict.ShouldBe(outcome == AnswerOutcome.Taken ? Verdict.Pass : Verdict.NotAnswered);
        }
    }
}

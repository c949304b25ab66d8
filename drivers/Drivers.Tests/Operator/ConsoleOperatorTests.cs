using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using PairingLab.Drivers.Operator;

namespace PairingLab.Drivers.Tests.Operator;

public sealed class ConsoleOperatorTests : IAsyncLifetime
{
    private readonly FakeTimeProvider time = new();
    private readonly TypedLines input = new();
    private readonly StringWriter output = new();
    private readonly OperatorDesk desk;
    private readonly Task running;

    public ConsoleOperatorTests()
    {
        desk = new OperatorDesk(time, TimeSpan.FromMinutes(1));
        running = new ConsoleOperator(desk, input, output, time).RunAsync();
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        input.End();
        await running;
    }

    [Theory]
    [InlineData("p", Verdict.Pass, null)]
    [InlineData("P fine", Verdict.Pass, "fine")]
    [InlineData(" f  dark ", Verdict.Fail, "dark")]
    [InlineData("n no such model", Verdict.NotApplicable, "no such model")]
    public async Task A_line_answers(string line, Verdict verdict, string? text)
    {
        var asking = Ask("Is it lit?");
        input.Type(line);

        (await asking).ShouldBe(new OperatorAnswer(verdict, text));
        output.ToString().ShouldContain("[1] Is it lit?");
    }

    [Theory]
    [InlineData("y", Verdict.Pass, null, "yes")]
    [InlineData("No", Verdict.Fail, null, "no")]
    [InlineData("n", Verdict.Fail, null, "no")]
    [InlineData("- no screen", Verdict.NotApplicable, "no screen", "not applicable: no screen")]
    public async Task Yes_and_no_are_the_answers_where_either_may_be_good(string line, Verdict verdict, string? text, string words)
    {
        var asking = desk.AskAsync(new OperatorQuestion("d", QuestionKind.YesNo, "Can a key be seen?"));
        input.Type("p");
        input.Type(line);

        var answer = await asking;
        answer.ShouldBe(new OperatorAnswer(verdict, text));
        answer.In(QuestionKind.YesNo).ShouldBe(words);
        output.ToString().ShouldContain("y = yes, n = no");
        output.ToString().ShouldContain("Answer with y, n or -");
    }

    [Fact]
    public async Task A_line_that_is_no_answer_is_asked_again()
    {
        var asking = Ask("Is it lit?");
        input.Type("yes");
        input.Type("");
        input.Type("p");

        (await asking).Verdict.ShouldBe(Verdict.Pass);
        output.ToString().Split("Answer with p, f or n").Length.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_to_be_read_is_typed_behind_the_p()
    {
        var asking = desk.AskAsync(new OperatorQuestion("d", QuestionKind.Read, "What does it show?"));
        input.Type("p");
        input.Type("p A 1");

        (await asking).Text.ShouldBe("A 1");
        output.ToString().ShouldContain("Type what it shows behind the p");
    }

    [Fact]
    public async Task Questions_come_one_after_the_other()
    {
        var first = Ask("First?");
        var second = Ask("Second?");
        output.ToString().ShouldNotContain("Second?");
        input.Type("p");
        input.Type("f");

        (await first).Verdict.ShouldBe(Verdict.Pass);
        (await second).Verdict.ShouldBe(Verdict.Fail);
    }

    [Fact]
    public async Task A_line_meant_for_a_question_that_was_just_closed_does_not_answer_the_next()
    {
        var first = Ask("First?");
        var second = Ask("Second?");
        desk.Answer(1, Verdict.Pass);
        await first;
        input.Type("f");
        input.Type("p");

        (await second).Verdict.ShouldBe(Verdict.Pass);
        output.ToString().ShouldContain("[1] is closed.");
        output.ToString().ShouldContain("The question changed while you typed");
    }

    [Fact]
    public async Task A_line_long_after_counts_for_the_next()
    {
        var first = Ask("First?");
        var second = Ask("Second?");
        desk.Answer(1, Verdict.Pass);
        await first;
        time.Advance(TimeSpan.FromSeconds(1));
        input.Type("f");

        (await second).Verdict.ShouldBe(Verdict.Fail);
    }

    private Task<OperatorAnswer> Ask(string text) => desk.AskAsync(new OperatorQuestion("d", QuestionKind.Attest, text));

    private sealed class TypedLines : TextReader
    {
        private readonly Channel<string?> lines = Channel.CreateUnbounded<string?>();

        public void Type(string line) => lines.Writer.TryWrite(line);

        public void End() => lines.Writer.TryWrite(null);

        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => lines.Reader.ReadAsync(cancellationToken);
    }
}

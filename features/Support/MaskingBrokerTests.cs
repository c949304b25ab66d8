using Io.Cucumber.Messages.Types;
using PairingLab.Reports.Evidence;
using Reqnroll.Formatters;
using Reqnroll.Formatters.PubSub;

namespace PairingLab.Features.Support;

/// <summary>What Reqnroll's own reports are told of a failure.</summary>
public sealed class MaskingBrokerTests
{
    private readonly Kept kept = new();
    private readonly SecretMask secrets = new();

    [Fact]
    public async Task An_error_s_message_and_stack_come_without_the_secrets_of_the_run()
    {
        secrets.Add("7K2Q9A");
        var failed = new TestStepResult(
            new(0, 0), "the code 7K2Q9A was refused", TestStepResultStatus.FAILED, new("Error", "7K2Q9A is wrong", "at Pair(7K2Q9A)"));
        await Broker().PublishAsync(Envelope.Create(new TestStepFinished("case", "step", failed, new(0, 0))));

        var told = kept.Messages.Single().TestStepFinished.TestStepResult;
        (told.Message, told.Exception.Message, told.Exception.StackTrace, told.Status)
            .ShouldBe(("the code ••• was refused", "••• is wrong", "at Pair(•••)", TestStepResultStatus.FAILED));
    }

    [Fact]
    public async Task Messages_that_hold_nothing_of_a_test_s_words_go_on_as_they_are()
    {
        var message = Envelope.Create(new TestCaseFinished("case", new(0, 0), willBeRetried: false));
        await Broker().PublishAsync(message);
        kept.Messages.Single().ShouldBeSameAs(message);
    }

    private MaskingBroker Broker() => new(kept, secrets);

    private sealed class Kept : ICucumberMessageBroker
    {
        public List<Envelope> Messages { get; } = [];

        public bool IsEnabled => true;

        public void Initialize()
        {
            // Nothing to set up.
        }

        public void FormatterInitialized(ICucumberMessageFormatter formatterSink, bool enabled)
        {
            // There is none.
        }

        public Task PublishAsync(Envelope message)
        {
            Messages.Add(message);
            return Task.CompletedTask;
        }
    }
}

using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Core.Commands;
using PairingLab.TerminalTrust.Core.Events;
using PairingLab.TerminalTrust.Devices.Cas;

namespace PairingLab.TerminalTrust.Tests.Core;

/// <summary>Every state × command pair is decided.</summary>
public sealed class EveryPairTests
{
    [Fact]
    public void Every_command_has_a_sample() =>
        CommandSamples.All.Select(c => c.GetType()).Distinct().ShouldBe(
            typeof(IServerCommand).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IServerCommand))), ignoreOrder: true);

    [Fact]
    public void Every_pair_is_decided_and_every_refusal_answer_and_reason_is_met()
    {
        var refusals = new HashSet<Refusal>();
        var answers = new HashSet<GateState>();
        var reasons = new HashSet<RejectionReason>();
        foreach (var state in States.All)
        {
            foreach (var command in CommandSamples.All)
            {
                var events = Decide.On(state, command, States.Now, States.Settings);
                events.Aggregate(state, Evolve.After).ShouldNotBeNull();
                if (command is not PassTime)
                {
                    events.ShouldNotBeEmpty();
                }

                refusals.UnionWith(events.OfType<Refused>().Select(r => r.Reason));
                answers.UnionWith(events.OfType<GateAnswered>().Select(a => a.Answer.State));
                reasons.UnionWith(events.OfType<GateAnswered>().Select(a => a.Answer.Reason).OfType<RejectionReason>());
                reasons.UnionWith(events.OfType<MasterAnswered>().Select(a => a.Reason).OfType<RejectionReason>());
            }
        }

        refusals.ShouldBe(Enum.GetValues<Refusal>(), ignoreOrder: true);
        answers.ShouldBe(Enum.GetValues<GateState>(), ignoreOrder: true);
        reasons.ShouldBe(Enum.GetValues<RejectionReason>(), ignoreOrder: true);
    }

    /// <summary>Gate and master always answer, and once.</summary>
    [Fact]
    public void Every_question_has_one_answer()
    {
        foreach (var state in States.All)
        {
            foreach (var command in CommandSamples.All.Where(c => c is Hello or AskStatus))
            {
                Decide.On(state, command, States.Now, States.Settings).Count(e => e is GateAnswered or MasterAnswered).ShouldBe(1);
            }
        }
    }

    /// <summary>Or its timer would fire again and again at the same moment.</summary>
    [Fact]
    public void Once_time_has_passed_the_next_deadline_lies_ahead()
    {
        foreach (var state in States.All)
        {
            var after = Decide.On(state, new PassTime(), States.Now, States.Settings).Aggregate(state, Evolve.After);
            (Passing.NextDeadline(after, States.Settings) ?? DateTimeOffset.MaxValue).ShouldBeGreaterThan(States.Now);
        }
    }

    [Fact]
    public void A_refusal_changes_nothing_but_what_counts_tries_and_time()
    {
        foreach (var state in States.All.Select(s => Decide.On(s, new PassTime(), States.Now, States.Settings).Aggregate(s, Evolve.After)))
        {
            foreach (var command in CommandSamples.All)
            {
                var events = Decide.On(state, command, States.Now, States.Settings);
                if (events.OfType<Refused>().Any())
                {
                    events.ShouldAllBe(e => e is Refused || e is SignInUsed || e is SignInFailed || e is SignedOut);
                }
            }
        }
    }

    [Fact]
    public void Every_refusal_has_a_text() =>
        Enum.GetValues<Refusal>().Select(CasTexts.Of).Distinct(StringComparer.Ordinal).Count().ShouldBe(Enum.GetValues<Refusal>().Length);
}

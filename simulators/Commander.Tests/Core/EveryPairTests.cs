using PairingLab.Commander.Api;
using PairingLab.Commander.Core;
using PairingLab.Commander.Core.Commands;
using PairingLab.Commander.Core.Events;

namespace PairingLab.Commander.Tests.Core;

/// <summary>Every state × command pair is decided.</summary>
public sealed class EveryPairTests
{
    [Fact]
    public void Every_command_has_a_sample() =>
        CommandSamples.All.Select(c => c.GetType()).Distinct().ShouldBe(
            typeof(ICommanderCommand).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ICommanderCommand))), ignoreOrder: true);

    [Fact]
    public void Every_pair_is_decided_and_every_refusal_is_met()
    {
        var met = new HashSet<Refusal>();
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

                met.UnionWith(events.OfType<Refused>().Select(r => r.Reason));
            }
        }

        met.ShouldBe(Enum.GetValues<Refusal>(), ignoreOrder: true);
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
            foreach (var command in CommandSamples.All.Where(c => c is not (CompletePairing or EnterSiteOtp or SignInUser)))
            {
                var events = Decide.On(state, command, States.Now, States.Settings);
                if (events.OfType<Refused>().Any())
                {
                    events.ShouldAllBe(e => e is Refused || e is SignInUsed);
                }
            }
        }
    }

    [Fact]
    public void Every_refusal_has_a_status_a_code_and_a_text_of_its_own()
    {
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            RefusalWire.Status(refusal).ShouldBeInRange(400, 499);
            RefusalWire.Code(refusal).ShouldMatch("^[a-z]+(_[a-z]+)*$");
            RefusalWire.Text(refusal).ShouldNotBeNullOrWhiteSpace();
        }
    }
}

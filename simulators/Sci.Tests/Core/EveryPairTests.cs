using PairingLab.Sci.Api;
using PairingLab.Sci.Core;
using PairingLab.Sci.Core.Commands;
using PairingLab.Sci.Core.Events;

namespace PairingLab.Sci.Tests.Core;

/// <summary>Every state × command pair is decided.</summary>
public sealed class EveryPairTests
{
    /// <summary>Judged at the rim, before the core is asked.</summary>
    private static readonly Refusal[] AtTheRim =
        [Refusal.InvalidRequest, Refusal.ApiKeyInvalid, Refusal.ApiKeyMissing, Refusal.NoValidSignaturesFound, Refusal.NotFound];

    [Fact]
    public void Every_command_has_a_sample() =>
        CommandSamples.All.Select(c => c.GetType()).Distinct().ShouldBe(
            typeof(ISciCommand).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ISciCommand))), ignoreOrder: true);

    [Fact]
    public void Every_pair_is_decided_and_every_refusal_is_met()
    {
        var met = new HashSet<Refusal>(AtTheRim);
        foreach (var state in States.All)
        {
            foreach (var command in CommandSamples.All)
            {
                var events = Decide.On(state, command, States.Now, States.Settings);
                events.Aggregate(state, Evolve.After).ShouldNotBeNull();
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
            foreach (var now in new[] { States.Now, States.Now + States.Settings.CodeLifetime, States.Now + TimeSpan.FromDays(3) })
            {
                var after = Decide.On(state, new PassTime(), now, States.Settings).Aggregate(state, Evolve.After);
                (Passing.NextDeadline(after) ?? DateTimeOffset.MaxValue).ShouldBeGreaterThan(now);
            }
        }
    }

    /// <summary>A hosted lab runs for years: nothing that came to nothing stays.</summary>
    [Fact]
    public void Time_lets_go_of_unused_codes_and_of_transactions()
    {
        foreach (var state in States.All)
        {
            var after = Decide.On(state, new PassTime(), States.Now + TimeSpan.FromDays(3), States.Settings).Aggregate(state, Evolve.After);
            after.Transactions.ShouldBeEmpty();
            after.Pairings.Values.ShouldAllBe(p => !p.IsUnderWay && p.Until == null);
            after.Dues.ShouldBeEmpty();
            after.Codes.Values.ShouldAllBe(id => after.Pairings.ContainsKey(id));
            after.Keys.Count.ShouldBe(after.Pairings.Count);
        }
    }

    [Fact]
    public void A_refusal_changes_nothing()
    {
        foreach (var state in States.All)
        {
            foreach (var command in CommandSamples.All)
            {
                var events = Decide.On(state, command, States.Now, States.Settings);
                if (events.OfType<Refused>().Any())
                {
                    events.Count.ShouldBe(1);
                }
            }
        }
    }

    [Fact]
    public void Every_refusal_has_a_status_a_code_and_a_text_of_its_own()
    {
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            SciError.Status(refusal).ShouldBeInRange(400, 499);
            SciError.Code(refusal).ShouldMatch("^[a-z]+(_[a-z]+)*$");
            SciError.Text(refusal).ShouldNotBeNullOrWhiteSpace();
        }

        Enum.GetValues<Refusal>().Select(SciError.Text).Distinct().Count().ShouldBe(Enum.GetValues<Refusal>().Length);
    }
}

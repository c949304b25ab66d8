using PairingLab.Sci.Api;
using PairingLab.Sci.Core;

namespace PairingLab.Sci.Tests.Core;

/// <summary>Every state × command pair is decided.</summary>
public sealed class EveryPairTests
{
    /// <summary>Judged at the rim, before the core is asked.</summary>
    private static readonly Refusal[] AtTheRim =
    [
        Refusal.InvalidRequest, Refusal.ApiKeyInvalid, Refusal.ApiKeyMissing, Refusal.NoValidSignaturesFound, Refusal.NotFound,
        Refusal.TransactionNotFoundWithinTimeout, Refusal.TooManyGuesses,
    ];

    [Fact]
    public void Every_command_has_a_sample() =>
        CommandSamples.All.Select(c => c.GetType()).Distinct().ShouldBe(
            typeof(ISciCommand).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ISciCommand))), ignoreOrder: true);

    [Fact]
    public void Every_pair_is_decided_and_every_refusal_is_met()
    {
        var met = new HashSet<Refusal>(AtTheRim);
        var failures = new List<string>();
        foreach (var state in States.All)
        {
            foreach (var command in CommandSamples.All)
            {
                try
                {
                    var events = SciCore.Decide(state, command, States.Now, States.Settings);
                    events.Aggregate(state, SciCore.Apply);
                    met.UnionWith(events.OfType<Refused>().Select(r => r.Reason));
                }
                catch (Exception e)
                {
                    failures.Add($"{command} in {state}: {e.Message}");
                }
            }
        }

        failures.ShouldBeEmpty();
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
                var after = SciCore.Decide(state, new PassTime(), now, States.Settings).Aggregate(state, SciCore.Apply);
                (SciCore.NextDue(after) ?? DateTimeOffset.MaxValue).ShouldBeGreaterThan(now, $"{state} at {now:O}");
            }
        }
    }

    /// <summary>Or a clock that jumps from one deadline to the next would jump over it.</summary>
    [Fact]
    public void Time_brings_nothing_before_the_next_deadline()
    {
        foreach (var state in States.All)
        {
            var after = SciCore.Decide(state, new PassTime(), States.Now, States.Settings).Aggregate(state, SciCore.Apply);
            var next = SciCore.NextDue(after) ?? States.Now.AddYears(1);
            SciCore.Decide(after, new PassTime(), next - TimeSpan.FromTicks(1), States.Settings).ShouldBeEmpty($"{state}");
        }
    }

    /// <summary>A hosted lab runs for years: nothing that came to nothing stays.</summary>
    [Fact]
    public void Time_lets_go_of_transactions() => None(DaysLater(), s => s.Transactions.Count > 0 || s.Dues.Count > 0);

    [Fact]
    public void Time_ends_pairings_that_are_under_way() =>
        None(DaysLater(), s => s.Pairings.Values.Any(p => p.IsUnderWay || p.Until is not null));

    [Fact]
    public void Time_lets_go_of_unused_codes() => None(DaysLater(), s => s.Codes.Values.Any(id => !s.Pairings.ContainsKey(id)));

    [Fact]
    public void A_pairing_and_its_key_end_together() => None(DaysLater(), s => s.Keys.Count != s.Pairings.Count);

    [Fact]
    public void A_refusal_changes_nothing()
    {
        foreach (var state in States.All)
        {
            foreach (var command in CommandSamples.All)
            {
                var events = SciCore.Decide(state, command, States.Now, States.Settings);
                if (events.OfType<Refused>().Any())
                {
                    events.Count.ShouldBe(1, $"{command} in {state}");
                }
            }
        }
    }

    private static IEnumerable<SciState> DaysLater() => States.All.Select(s =>
        SciCore.Decide(s, new PassTime(), States.Now + TimeSpan.FromDays(3), States.Settings).Aggregate(s, SciCore.Apply));

    /// <summary>No state is wrong; the message has the first ones that are.</summary>
    private static void None(IEnumerable<SciState> states, Func<SciState, bool> isWrong) => states.Where(isWrong).Take(3).ShouldBeEmpty();

    [Fact]
    public void Every_refusal_has_a_status_a_code_and_a_text_of_its_own()
    {
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            Refusals.Status(refusal).ShouldBeInRange(400, 499);
            Refusals.Code(refusal).ShouldMatch("^[a-z]+(_[a-z]+)*$");
            Refusals.Text(refusal).ShouldNotBeNullOrWhiteSpace();
        }

        Enum.GetValues<Refusal>().Select(Refusals.Text).Distinct().Count().ShouldBe(Enum.GetValues<Refusal>().Length);
    }
}

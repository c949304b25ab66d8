using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Tests.Core;

/// <summary>Every pair of a state and a command is decided, and the events can be applied. A failure names the pair.</summary>
public sealed class EveryPairTests
{
    /// <summary>Refusals of CAS's settings page, and of gate and master before the core sees a request.</summary>
    private static readonly Refusal[] OutsideTheCore =
    [
        Refusal.BadExchangeRate, Refusal.BadIpWhitelist, Refusal.BadOpeningHours, Refusal.BadFirmware, Refusal.NoSuchPackage,
        Refusal.NoSuchPath, Refusal.WrongMethod, Refusal.TooLong, Refusal.NotJson, Refusal.BadRequest,
    ];

    private static readonly List<Decided> Pairs =
        [.. from state in States.All from command in CommandSamples.All select Decide(state, command)];

    [Fact]
    public void Every_command_has_a_sample() =>
        CommandSamples.All.Select(c => c.GetType()).Distinct().ShouldBe(
            typeof(IServerCommand).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IServerCommand))),
            ignoreOrder: true);

    /// <summary>Time alone may bring nothing; every other command is answered.</summary>
    [Fact]
    public void Every_command_has_an_event_in_every_state() =>
        None(Pairs, p => p.Command is not PassTime && p.Events.Count == 0);

    [Fact]
    public void Every_refusal_of_the_core_is_met() =>
        Met<Refused, Refusal>(e => e.Reason).ShouldBe(Enum.GetValues<Refusal>().Except(OutsideTheCore), ignoreOrder: true);

    [Fact]
    public void Every_answer_of_gate_is_met() =>
        Met<GateAnswered, GateState>(e => e.Answer.State).ShouldBe(Enum.GetValues<GateState>(), ignoreOrder: true);

    [Fact]
    public void Every_rejection_reason_is_met_at_gate_or_at_master() =>
        Met<GateAnswered, RejectionReason?>(e => e.Answer.Reason).Concat(Met<MasterAnswered, RejectionReason?>(e => e.Reason))
            .OfType<RejectionReason>().Distinct().ShouldBe(Enum.GetValues<RejectionReason>(), ignoreOrder: true);

    [Fact]
    public void Gate_and_master_answer_every_question_once() =>
        None(Pairs, p => p.Command is Hello or AskStatus && p.Events.Count(e => e is GateAnswered or MasterAnswered) != 1);

    /// <summary>Or its timer would fire again and again at the same moment.</summary>
    [Fact]
    public void Once_time_has_passed_the_next_due_event_lies_ahead() =>
        None(Pairs, p => p.Command is PassTime
            && (DueEvents.NextDue(p.After, States.Now, States.Settings) <= States.Now
                || Silence.EndsAt(p.After, States.Settings) <= States.Now));

    /// <summary>Or a clock that jumps from one due event to the next would jump over it.</summary>
    [Fact]
    public void Time_brings_nothing_before_the_next_due_event() =>
        None(Pairs, p => p.Command is PassTime
            && ServerCore.Decide(p.After, new PassTime(), NextOf(p.After) - TimeSpan.FromTicks(1), States.Settings).Count > 0);

    [Fact]
    public void Everybody_is_noticed_at_the_moment_that_is_due_whatever_is_due_later() =>
        None(Pairs, p => p.Command is PassTime && DuesOf(p.After).Any(due =>
            ServerCore.Decide(p.After, new PassTime(), due, States.Settings).Count == 0));

    /// <summary>Or a clock that skips an hour would take a terminal for silent that is heard all the time.</summary>
    [Fact]
    public void What_a_clock_skips_makes_nobody_silent_and_changes_nothing_else() =>
        None(Pairs, p => p.Command is SkipTime skip && !(DueEvents.NextDue(p.After, States.Now, States.Settings) <= States.Now + skip.Span)
            && ServerCore.Decide(p.After, new PassTime(), States.Now + skip.Span, States.Settings).Count > 0);

    /// <summary>Without the events that time has brought before the command.</summary>
    [Fact]
    public void A_refusal_changes_only_the_sign_in_and_its_wrong_tries()
    {
        var upToDate = States.All.Select(s => Decide(s, new PassTime()).After);
        var refused = from state in upToDate
                      from command in CommandSamples.All
                      let pair = Decide(state, command)
                      where pair.Events.OfType<Refused>().Any()
                      select pair;
        None(refused, p => !p.Events.All(e => e is Refused or SignInUsed or SignInFailed or SignedOut));
    }

    [Fact]
    public void Every_refusal_has_a_code_and_a_text_that_no_other_has()
    {
        Enum.GetValues<Refusal>().Select(Refusals.Code).ShouldBeUnique();
        Enum.GetValues<Refusal>().Select(Refusals.Text).ShouldBeUnique();
    }

    /// <summary>No pair is wrong; the message has the first ones that are.</summary>
    private static void None(IEnumerable<Decided> pairs, Func<Decided, bool> isWrong) => pairs.Where(isWrong).Take(3).ShouldBeEmpty();

    private static DateTimeOffset NextOf(ServerState state) => new[]
    {
        DueEvents.NextDue(state, States.Now, States.Settings), Silence.EndsAt(state, States.Settings), States.Now.AddYears(1),
    }.Min()!.Value;

    private static IEnumerable<DateTimeOffset> DuesOf(ServerState s) =>
    [
        .. s.Terminals.Values.Select(t => t.Session?.LastServed + States.Settings.OfflineAfter).OfType<DateTimeOffset>(),
        .. s.Terminals.Values.Select(t => t.Rejection?.At + States.Settings.OfflineAfter).OfType<DateTimeOffset>(),
        .. s.Queue.Select(w => w.LastAsked + States.Settings.OfflineAfter),
        .. s.Requests.Values.Select(r => r.LastAsked + States.Settings.RequestLifetime),
        .. s.Upgrades.Values.Select(u => u.LastHeard + States.Settings.UpgradeLease),
        .. s.SignIn is { } signIn ? [signIn.LastSeen + States.Settings.SignInIdles] : Array.Empty<DateTimeOffset>(),
    ];

    private static IEnumerable<TValue> Met<TEvent, TValue>(Func<TEvent, TValue> value) =>
        Pairs.SelectMany(p => p.Events.OfType<TEvent>()).Select(value).Distinct();

    /// <summary>Decides a command and applies its events; an exception names the pair, too.</summary>
    private static Decided Decide(ServerState state, IServerCommand command)
    {
        try
        {
            var events = ServerCore.Decide(state, command, States.Now, States.Settings);
            return new(state, command, events, events.Aggregate(state, ServerCore.Apply));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{command} in the state {States.Describe(state)}: {e.Message}", e);
        }
    }

    /// <summary>A pair with its events and the state after them.</summary>
    private sealed record Decided(ServerState State, IServerCommand Command, IReadOnlyList<IServerEvent> Events, ServerState After)
    {
        public override string ToString() => $"{Command} in the state {States.Describe(State)} gives [{string.Join(", ", Events)}]";
    }
}

using PairingLab.Commander.Api;
using PairingLab.Commander.Core;

namespace PairingLab.Commander.Tests.Core;

/// <summary>Every pair of a state and a command is decided, and the events can be applied. A failure names the pair.</summary>
public sealed class EveryPairTests
{
    private static readonly List<Decided> Pairs =
        [.. from state in States.All from command in CommandSamples.All select Decide(state, command)];

    [Fact]
    public void Every_command_has_a_sample() =>
        CommandSamples.All.Select(c => c.GetType()).Distinct().ShouldBe(
            typeof(ICommanderCommand).Assembly.GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(ICommanderCommand))),
            ignoreOrder: true);

    /// <summary>Time alone may bring nothing; every other command is answered.</summary>
    [Fact]
    public void Every_command_has_an_event_in_every_state() => None(Pairs, p => p.Command is not PassTime && p.Events.Count == 0);

    [Fact]
    public void Every_refusal_is_met() =>
        Pairs.SelectMany(p => p.Events.OfType<Refused>()).Select(r => r.Reason).Distinct()
            .ShouldBe(Enum.GetValues<Refusal>(), ignoreOrder: true);

    /// <summary>Or its timer would fire again and again at the same moment.</summary>
    [Fact]
    public void Once_time_has_passed_the_next_deadline_lies_ahead() =>
        None(Pairs, p => p.Command is PassTime && CommanderCore.NextDue(p.After, States.Settings) <= States.Now);

    /// <summary>Or a clock that jumps from one deadline to the next would jump over it.</summary>
    [Fact]
    public void Time_brings_nothing_before_the_next_deadline() =>
        None(Pairs, p => p.Command is PassTime && CommanderCore.Decide(
            p.After,
            new PassTime(),
            (CommanderCore.NextDue(p.After, States.Settings) ?? States.Now.AddYears(100)) - TimeSpan.FromTicks(1),
            States.Settings).Count > 0);

    /// <summary>Without the events that time has brought before the command.</summary>
    [Fact]
    public void A_refusal_changes_nothing_but_what_counts_tries_and_time()
    {
        var refused = from state in States.All
                      let upToDate = Decide(state, new PassTime()).After
                      from command in CommandSamples.All
                      where command is not (CompletePairing or EnterSiteOtp or SignInUser or ChangePassword)
                      let pair = Decide(upToDate, command)
                      where pair.Events.OfType<Refused>().Any()
                      select pair;
        None(refused, p => !p.Events.All(e => e is Refused or SignInUsed));
    }

    [Fact]
    public void Every_refusal_has_a_status_a_code_and_a_text_of_its_own()
    {
        foreach (var refusal in Enum.GetValues<Refusal>())
        {
            RefusalReply.Status(refusal).ShouldBeInRange(400, 499);
            refusal.Code().ShouldMatch("^[a-z]+(_[a-z]+)*$");
            refusal.Text().ShouldNotBeNullOrWhiteSpace();
        }
    }

    /// <summary>No pair is wrong; the message has the first ones that are.</summary>
    private static void None(IEnumerable<Decided> pairs, Func<Decided, bool> isWrong) => pairs.Where(isWrong).Take(3).ShouldBeEmpty();

    /// <summary>Decides a command and applies its events; an exception names the pair, too.</summary>
    private static Decided Decide(CommanderState state, ICommanderCommand command)
    {
        try
        {
            var events = CommanderCore.Decide(state, command, States.Now, States.Settings);
            return new(state, command, events, events.Aggregate(state, CommanderCore.Apply));
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{command} in {state}: {e.Message}", e);
        }
    }

    /// <summary>A pair with its events and the state after them.</summary>
    private sealed record Decided(
        CommanderState State, ICommanderCommand Command, IReadOnlyList<ICommanderEvent> Events, CommanderState After)
    {
        public override string ToString() => $"{Command} in {State} gives [{string.Join(", ", Events)}]";
    }
}

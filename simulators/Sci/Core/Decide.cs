using PairingLab.Sci.Core.Commands;

namespace PairingLab.Sci.Core;

/// <summary>State + command + time → events. Every command meets a state in which all that is due has happened.</summary>
public static class Decide
{
    /// <summary>What follows from a command at a time: first what time itself has brought, then what the command brings.</summary>
    public static IReadOnlyList<ISciEvent> On(SciState state, ISciCommand command, DateTimeOffset now, SciSettings settings)
    {
        var events = new List<ISciEvent>();
        var current = Passing.Time(state, now, settings, events);
        events.AddRange(command switch
        {
            EnrolTerminal c => Terminals.On(current, c),
            NameTerminal c => Terminals.On(current, c),
            SetBusy c => Terminals.On(current, c),
            StartPairing c => Beginning.On(current, c, now, settings),
            ProgressPairing c => Beginning.On(current, c, now, settings),
            ConfirmPairing c => Ending.On(current, c, now),
            DeclinePairing c => Ending.On(current, c, now),
            CancelPairing c => Ending.On(current, c, now, settings),
            UnpairAtTerminal c => Ending.On(current, c, now, settings),
            UnpairByPos c => Ending.On(current, c, now, settings),
            StartTransaction c => Purchases.On(current, c, now, settings),
            AcceptTransaction c => Purchases.On(current, c),
            AwaitPos c => Purchases.On(current, c),
            JudgeSignature c => Purchases.On(current, c, now, settings),
            FinishTransaction c => Purchases.On(current, c, now, settings),
            PassTime => [],
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "a command that nobody decides"),
        });
        return events;
    }
}

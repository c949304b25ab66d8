using PairingLab.SmartConnect.Core;
using static PairingLab.SmartConnect.Devices.Terminal.TerminalScreen;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>What a payment device does at a button and when time passes. State in, state out.</summary>
public static class TerminalDecisions
{
    /// <summary>The state after a button; the same when the button is not on the screen.</summary>
    public static TerminalState Press(TerminalState state, string button, DateTimeOffset now, SmartConnectSettings settings) =>
        state.Payment is not null ? Pay(state, button, now, settings)
        : state.Message is not null ? button == "OK" ? state with { Message = null } : state
        : state.AskUnpair is { } register ? Answer(state, button, register)
        : (state.Screen, button) switch
        {
            (Ready, "Pair a register") => state with { Screen = Code, Code = null, PairingsBefore = state.Known?.Pairings },
            (Ready, "Registers") => state with { Screen = Registers },
            (Ready, "Service") => state with { Screen = Technician, Typed = state.InternalId },
            (TerminalScreen.Code, "Cancel") => state with { Screen = Ready },
            (Registers, "Unpair all") => state with { AskUnpair = TerminalState.All },
            (Technician, "Save") => Save(state),
            (Registers or Technician, "Back") => state with { Screen = Ready },
            (Registers, _) => state.Registers.FirstOrDefault(r => button == $"Unpair {r.Label}") is { } one ? state with { AskUnpair = one.Id } : state,
            _ => state,
        };

    /// <summary>The state after time has passed: messages go, a code that was never refreshed dies.</summary>
    public static TerminalState Pass(TerminalState state, DateTimeOffset now)
    {
        state = state.Message?.Until <= now ? state with { Message = null } : state;
        return state.Code?.Until <= now ? state with { Code = state.Code with { Code = "" } } : state;
    }

    /// <summary>When time changes something next; null when it does not. What is overdue waits for SmartConnect, not for time.</summary>
    public static DateTimeOffset? NextDue(TerminalState state, DateTimeOffset now)
    {
        DateTimeOffset?[] all = [state.Message?.Until, state.Code?.RefreshAt, state.Code?.Until];
        return all.Where(d => d > now).Min();
    }

    private static TerminalState Answer(TerminalState state, string button, string register) => button switch
    {
        "Yes" => state with { AskUnpair = null, Unpairing = register },
        "No" => state with { AskUnpair = null },
        _ => state,
    };

    private static TerminalState Save(TerminalState state) =>
        state.Outcome is not null ? state with { Message = new("Service", TerminalTexts.PaymentOpen) }
        : string.IsNullOrWhiteSpace(state.Typed) || state.Typed.Any(char.IsWhiteSpace) ? state
        : new(state.Typed, state.Serial);

    private static TerminalState Pay(TerminalState state, string button, DateTimeOffset now, SmartConnectSettings settings) => button switch
    {
        "Approve" => End(state, PaymentOutcome.Accepted, "Approved", Card(state), now, settings),
        "Decline" => End(state, PaymentOutcome.Declined, "Declined", Card(state), now, settings),
        "Cancel" => End(state, PaymentOutcome.Cancelled, "Cancelled", null, now, settings),
        _ => state,
    };

    private static TerminalState End(
        TerminalState state, PaymentOutcome outcome, string text, CardDetails? card, DateTimeOffset now, SmartConnectSettings settings) => state with
        {
            Payment = null,
            Outcome = new(state.Payment!.Id, outcome, card),
            Message = new("Payment", text, now + settings.MessageStays),
        };

    /// <summary>The card that a person would hold to a simulated device: a test number, masked as a real device masks it.</summary>
    private static CardDetails Card(TerminalState state)
    {
        var reference = state.Payment!.Id[..6].ToUpperInvariant();
        return new(reference, $"ACQ{reference}", $"{state.Serial}-{reference}", "411111******1111", "VISA", "CREDIT");
    }
}

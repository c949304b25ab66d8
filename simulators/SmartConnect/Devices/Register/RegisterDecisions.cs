using System.Collections.Immutable;
using System.Globalization;
using static PairingLab.SmartConnect.Devices.Register.RegisterScreen;

namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>What a register does at a button or an answer. State in, state out: what it asks is <see cref="RegisterState.Waiting"/>.</summary>
public static class RegisterDecisions
{
    /// <summary>The state after a button; the same when the button is not on the screen.</summary>
    public static RegisterState Press(RegisterState state, string button) =>
        state.Waiting is not null ? state
        : state.Message is { } message ? button == "OK" ? Go(state with { Message = null }, message.Then) : state
        : state.Memory.Payment is not null ? button == "Stop waiting" ? End(state, RegisterTexts.NotKnown) : state
        : (state.Screen, button) switch
        {
            (Sale, "Purchase") => Pay(state, RegisterRequest.Purchase),
            (Sale, "Refund") => Pay(state, RegisterRequest.Refund),
            (Sale, "Back office") => Go(state, BackOffice),
            (BackOffice, "Pair with a payment device") => Go(state, Pairing),
            (BackOffice, "Register settings") => Settle(state),
            (BackOffice, "Add a virtual register") => Add(state),
            (BackOffice, "Back to sale") => Go(state, Sale),
            (Pairing, "Pair") => state.Text(RegisterFields.Code).Length > 0 ? state with { Waiting = RegisterRequest.Pair } : state,
            (Settings, "Save") => Save(state),
            (Pairing or Settings, "Back") => Go(state, BackOffice),
            _ => Select(state, button),
        };

    /// <summary>The amount in cents; null when it is none.</summary>
    public static long? Cents(RegisterState state) =>
        decimal.TryParse(state.Text(RegisterFields.Amount), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount is > 0 and < 1_000_000 && decimal.Round(amount, 2) == amount ? (long)(amount * 100) : null;

    /// <summary>The state after an answer, or after none came (null text of success is success).</summary>
    public static RegisterState Hear(RegisterState state, RegisterReply reply)
    {
        if (state.Waiting != reply.To)
        {
            return state;
        }

        state = state with { Waiting = null };
        return reply switch
        {
            { Payment: { } payment } => Go(state, Sale) with { Memory = state.Memory with { Payment = payment } },
            { Error: { } error } => state with { Message = new(reply.To == RegisterRequest.Pair ? "Pairing" : "Payment", error, state.Screen), Typed = Without(state) },
            _ => state with { Message = new("Pairing", RegisterTexts.Paired, BackOffice), Typed = Without(state) },
        };
    }

    /// <summary>The payment is over, for this register at least.</summary>
    public static RegisterState End(RegisterState state, string text) => state with
    {
        Memory = state.Memory with { Payment = null },
        Message = new("Payment", text, Sale),
    };

    private static RegisterState Pay(RegisterState state, RegisterRequest request) =>
        Cents(state) is null ? state with { Message = new("Payment", RegisterTexts.BadAmount, Sale) } : state with { Waiting = request };

    private static RegisterState Settle(RegisterState state) => Go(state, Settings) with
    {
        Typed = ImmutableDictionary<string, string>.Empty
            .Add(RegisterFields.Id, state.Register.Id)
            .Add(RegisterFields.Name, state.Register.Name)
            .Add(RegisterFields.Business, state.Memory.Business)
            .Add(RegisterFields.Vendor, state.Memory.Vendor),
    };

    private static RegisterState Save(RegisterState state)
    {
        var changed = new RegisterIdentity(state.Text(RegisterFields.Id), state.Text(RegisterFields.Name));
        var (business, vendor) = (state.Text(RegisterFields.Business), state.Text(RegisterFields.Vendor));
        string[] all = [changed.Id, changed.Name, business, vendor];
        var taken = state.Memory.Registers.Where((r, i) => i != state.Memory.Selected && r.Id == changed.Id).Any();
        return taken || all.Contains("", StringComparer.Ordinal)
            ? state with { Message = new("Register settings", RegisterTexts.BadSettings, Settings) }
            : Go(state, BackOffice) with
            {
                Memory = state.Memory with { Registers = state.Memory.Registers.SetItem(state.Memory.Selected, changed), Business = business, Vendor = vendor },
            };
    }

    /// <summary>Seed: one "physical" register and multiple "virtual" ones, "each having its own unique ID".</summary>
    private static RegisterState Add(RegisterState state)
    {
        var registers = state.Memory.Registers;
        var number = Enumerable.Range(2, registers.Count + 1).First(n => registers.TrueForAll(r => r.Id != $"{registers[0].Id}-{n}"));
        var added = new RegisterIdentity($"{registers[0].Id}-{number}", $"{registers[0].Name} virtual {number}");
        return state with { Memory = state.Memory with { Registers = registers.Add(added), Selected = registers.Count } };
    }

    private static RegisterState Select(RegisterState state, string button)
    {
        var index = state.Memory.Registers.FindIndex(r => button == $"Use {r.Label}");
        return index < 0 ? state : state with { Memory = state.Memory with { Selected = index } };
    }

    private static ImmutableDictionary<string, string> Without(RegisterState state) => state.Typed.Remove(RegisterFields.Code);

    /// <summary>Another screen; what was typed on the old one is gone, a message's screen excepted.</summary>
    private static RegisterState Go(RegisterState state, RegisterScreen screen) =>
        state with { Screen = screen, Typed = state.Screen == screen ? state.Typed : ImmutableDictionary<string, string>.Empty };
}

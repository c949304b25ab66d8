using System.Collections.Immutable;
using System.Globalization;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;
using PairingLab.SmartConnect.Core;
using static PairingLab.SmartConnect.Devices.Register.RegisterScreen;

namespace PairingLab.SmartConnect.Devices.Register;

/// <summary>A register: what it does at a button, at an answer and when time passes.</summary>
public sealed class RegisterLogic(string id, SmartConnectSettings settings) : IDeviceLogic<RegisterState, RegisterRequest, RegisterReply>
{
    private readonly string key = $"register/{id}/memory";

    /// <inheritdoc />
    public RegisterState Boot(DeviceDisk disk, DateTimeOffset now) =>
        new(disk.Read<RegisterMemory>(key) ?? RegisterMemory.Fresh(id)) { PollAt = now + settings.PollInterval };

    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, object?>> Memory(RegisterState state) => [new(key, state.Memory)];

    /// <inheritdoc />
    public Panel Show(RegisterState state) => RegisterPanel.Of(id, state);

    /// <inheritdoc />
    public RegisterState Press(RegisterState state, string button, DateTimeOffset now) => Press(state, button);

    /// <inheritdoc />
    public RegisterState Type(RegisterState state, string field, string text) => state with { Typed = state.Typed.SetItem(field, text) };

    /// <inheritdoc />
    public IEnumerable<RegisterRequest> Wants(RegisterState state) =>
    [
        .. state.Waiting is { } waiting ? [waiting] : Array.Empty<RegisterRequest>(),
        .. state is { Memory.Payment: { } payment, PollAt: null } ? [new RegisterRequest.Poll(payment)] : Array.Empty<RegisterRequest>(),
    ];

    /// <inheritdoc />
    public TimeSpan? Patience(RegisterRequest request) => settings.AnswerPatience;

    /// <inheritdoc />
    public RegisterState Receive(RegisterState state, RegisterRequest asked, RegisterReply reply, DateTimeOffset now)
    {
        if (asked is RegisterRequest.Poll)
        {
            return reply.Outcome is { } outcome
                ? End(state, outcome, reply.Receipt)
                : state with { PollAt = now + settings.PollInterval };
        }

        var answered = state with { Waiting = null };
        if (reply.Payment is { } payment)
        {
            return Go(answered, Sale) with { Memory = state.Memory with { Payment = payment }, PollAt = now + settings.PollInterval };
        }

        var title = asked is RegisterRequest.Pair ? "Pairing" : "Payment";
        return answered with
        {
            Message = reply.Error is { } error ? new(title, error, state.Screen) : new(title, RegisterTexts.Paired, BackOffice),
            Typed = state.Typed.Remove(RegisterFields.Code),
        };
    }

    /// <inheritdoc />
    public Pulse? NextPulse(RegisterState state) =>
        state is { Memory.Payment: not null, PollAt: { } at } ? new(at, settings.PollInterval) : null;

    /// <inheritdoc />
    public RegisterState Due(RegisterState state, DateTimeOffset now) => state.PollAt <= now ? state with { PollAt = null } : state;

    private static RegisterState Press(RegisterState state, string button) =>
        state.Waiting is not null ? state
        : state.Message is { } message ? button == "OK" ? Go(state with { Message = null }, message.Then) : state
        : state.Memory.Payment is not null ? button == "Stop waiting" ? End(state, RegisterTexts.NotKnown) : state
        : (state.Screen, button) switch
        {
            (Sale, "Purchase") => Pay(state, "Card.Purchase"),
            (Sale, "Refund") => Pay(state, "Card.Refund"),
            (Sale, "More transactions") => Go(state, Transactions),
            (Transactions, "Back") => Go(state, Sale),
            (Transactions, _) when RegisterPanel.TransactionOf(button) is { } type => Pay(state, type),
            (Sale, "Back office") => Go(state, BackOffice),
            (BackOffice, "Pair with a payment device") => Go(state, RegisterScreen.Pairing),
            (BackOffice, "Register settings") => Settle(state),
            (BackOffice, "Add a virtual register") => Add(state),
            (BackOffice, "Back to sale") => Go(state, Sale),
            (RegisterScreen.Pairing, "Pair") when state.Text(RegisterFields.Code) is { Length: > 0 } code =>
                state with { Waiting = new RegisterRequest.Pair(code, state.Identity) },
            (Settings, "Save") => Save(state),
            (RegisterScreen.Pairing or Settings, "Back") => Go(state, BackOffice),
            _ => Select(state, button),
        };

    /// <summary>The amount in a field, in cents; null when it is not an amount.</summary>
    private static long? Cents(RegisterState state, string field) =>
        decimal.TryParse(state.Text(field), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount is > 0 and < 1_000_000 && decimal.Round(amount, 2) == amount ? (long)(amount * 100) : null;

    /// <summary>The payment is over, for this register at least.</summary>
    private static RegisterState End(RegisterState state, string text, string? receipt = null) => state with
    {
        Memory = state.Memory with { Payment = null },
        Message = new("Payment", text, Sale, receipt),
    };

    private static RegisterState Pay(RegisterState state, string name)
    {
        var type = TransactionType.Find(name)!;
        var amount = type.IsFinancial ? Cents(state, RegisterFields.Amount) : 0;
        var cash = type.HasCash ? Cents(state, RegisterFields.Cash) : 0;
        return amount is null || cash is null
            ? state with { Message = new("Payment", RegisterTexts.BadAmount, state.Screen) }
            : state with
            {
                Waiting = new RegisterRequest.Pay(
                    name,
                    amount.Value,
                    state.Identity,
                    type.HasCash ? cash : null,
                    type.HasReference ? state.Text(RegisterFields.Reference) : null),
            };
    }

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
                Memory = state.Memory with
                {
                    Registers = state.Memory.Registers.SetItem(state.Memory.Selected, changed),
                    Business = business,
                    Vendor = vendor,
                },
            };
    }

    /// <summary>SmartConnect pairing guide: one "physical" register and multiple "virtual" ones, "each having its own unique ID".</summary>
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

    /// <summary>Another screen; what was typed on the old one is gone, a message's screen excepted.</summary>
    private static RegisterState Go(RegisterState state, RegisterScreen screen) =>
        state with { Screen = screen, Typed = state.Screen == screen ? state.Typed : ImmutableDictionary<string, string>.Empty };
}

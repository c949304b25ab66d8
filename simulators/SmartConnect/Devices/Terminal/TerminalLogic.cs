using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;
using PairingLab.SmartConnect.Core;
using static PairingLab.SmartConnect.Devices.Terminal.TerminalScreen;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>
/// A payment device: what it does at a button, at a reply and when time passes. Every second, and at every button, it tells SmartConnect
/// what there is to tell and looks for something new, one request after the other. What a cut cable keeps from being told is told the next
/// time.
/// </summary>
public sealed class TerminalLogic(string id, SmartConnectSettings settings) : IDeviceLogic<TerminalState, TerminalRequest, TerminalReply>
{
    private readonly string key = $"payment-device/{id}/memory";

    /// <inheritdoc />
    public TerminalState Boot(DeviceDisk disk, DateTimeOffset now)
    {
        var memory = disk.Read<TerminalMemory>(key) ?? new(id, null);
        return new(memory, $"SN-{id}")
        {
            Plays = memory.Plays ?? TerminalPayment.PlaysById(id) ?? settings.Plays,
            AskAt = now + settings.DeviceLooks,
            OfferUntil = now + settings.PairingOffered,
        };
    }

    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, object?>> Memory(TerminalState state) => [new(key, state.Memory)];

    /// <inheritdoc />
    public Panel Show(TerminalState state) => TerminalPanel.Of(id, state, settings);

    /// <inheritdoc />
    public TerminalState Press(TerminalState state, string button, DateTimeOffset now) =>
        AskIfChanged(state, AfterButton(state, button, now));

    /// <inheritdoc />
    public TerminalState Type(TerminalState state, string field, string text) => field switch
    {
        TerminalPanel.Plays => state with { TypedPlays = text },
        TerminalPanel.Tip => state with { Tip = text },
        _ => state with { Typed = text },
    };

    /// <inheritdoc />
    public IEnumerable<TerminalRequest> Wants(TerminalState state) => state.Asking is { } asking ? [asking] : [];

    /// <inheritdoc />
    public TimeSpan? Patience(TerminalRequest request) => settings.AnswerPatience;

    /// <inheritdoc />
    public TerminalState Receive(TerminalState state, TerminalRequest asked, TerminalReply reply, DateTimeOffset now) => reply switch
    {
        { Refusal: "replaced" } => new(state.Memory, state.Serial) { Replaced = true, Online = true, Plays = state.Plays },
        { Refusal: "not_signed_on" } => Rest(state with { Session = null, Online = true }, now),

        // What is told twice, since the answer to the first time was lost, may be settled otherwise by now.
        { Done: true } or { Refusal: "not_its_payment" or "not_its_register" } =>
            Continue(AfterReply(state, asked, reply, now) with { Online = true }, asked, now),

        // A person who pressed [Unpair] is told at once; a button that works minutes later would surprise.
        _ when state.Unpairing is not null =>
            Rest(state with { Online = false, Unpairing = null, Message = new("Unpair", TerminalTexts.NotUnpaired) }, now),
        _ => Rest(state with { Online = false }, now),
    };

    /// <inheritdoc />
    public DateTimeOffset? NextDue(TerminalState state)
    {
        DateTimeOffset?[] all =
            [state.Message?.Until, state.Code?.RefreshAt, state.Code?.Until, state.OfferUntil, state.PlayAt, state.NetworkBackAt];
        return all.Min();
    }

    /// <inheritdoc />
    public Pulse? NextPulse(TerminalState state) => state.AskAt is { } at ? new(at, settings.DeviceLooks) : null;

    /// <inheritdoc />
    public TerminalState Due(TerminalState state, DateTimeOffset now)
    {
        var passed = state.Message?.Until <= now ? state with { Message = null } : state;
        passed = passed.Code?.RefreshAt <= now ? passed with { Code = passed.Code with { RefreshAt = null } } : passed;
        passed = passed.Code?.Until <= now ? passed with { Code = passed.Code with { Until = null } } : passed;
        passed = passed.OfferUntil <= now ? passed with { OfferUntil = null } : passed;
        passed = passed.NetworkBackAt <= now ? passed with { NetworkBackAt = null } : passed;
        passed = passed.PlayAt <= now ? TerminalPayment.Play(passed, now, settings) : passed;
        return passed.AskAt <= now ? Ask(passed) : AskIfChanged(state, passed);
    }

    private TerminalState AfterButton(TerminalState state, string button, DateTimeOffset now) =>
        state.Payment is not null ? TerminalPayment.Press(state, button, now, settings)
        : state.Message is not null ? button == "OK" ? state with { Message = null } : state
        : state.Unpairing is not null ? state
        : state.AskUnpair is { } register ? button switch
        {
            "Yes" => state with { AskUnpair = null, Unpairing = register },
            "No" => state with { AskUnpair = null },
            _ => state,
        }
        : (state.Screen, button) switch
        {
            (Ready, "Service") => state with
            {
                Screen = Technician,
                Typed = state.Memory.InternalId,
                TypedPlays = PlayedEnd.NameOf(state.Plays),
            },
            (Technician, "Save") => Save(state),
            (not (Ready or Code), "Back") => state with { Screen = Ready },
            _ when state.Replaced => state,
            (Ready, "Yes") when state.OffersToPair => OpenPairing(state),
            (Ready, "No") => state with { OfferUntil = null },
            (Ready, "Menu") => state with { Screen = Menu },
            (Menu, "3 Config") => state with { Screen = settings.ConfigPassword.Length == 0 ? Config : ConfigPassword, Typed = "" },
            (ConfigPassword, "OK") => state.Typed == settings.ConfigPassword
                ? state with { Screen = Config, Typed = "" }
                : state with { Typed = "", Message = new("Config", TerminalTexts.WrongPassword) },
            (Config, "1 Pos Integrations") => state with { Screen = PosIntegrations },
            (Ready, "Pair a register") or (PosIntegrations, "1 Authorise POS") => OpenPairing(state),
            (Code, "Cancel") => state with { Screen = Ready },
            (Ready, "Registers") or (PosIntegrations, "2 Unpair POS") => state with { Screen = Registers },
            (Registers, "Unpair all") => state with { AskUnpair = TerminalState.All },
            (Registers, _) when state.Registers.FirstOrDefault(r => button == $"Unpair {r.Label}") is { } one =>
                state with { AskUnpair = one.Id },
            _ => state,
        };

    private static TerminalState OpenPairing(TerminalState state) =>
        state with { Screen = Code, Code = null, PairingsBefore = state.Known?.Pairings, OfferUntil = null };

    private static TerminalState Save(TerminalState state) =>
        state.Memory.Outcome is not null ? state with { Message = new("Service", TerminalTexts.PaymentOpen) }
        : string.IsNullOrWhiteSpace(state.Typed) || state.Typed.Any(char.IsWhiteSpace) ? state
        : PlayedEnd.Parse(state.TypedPlays) is not { } plays ? state with { Message = new("Service", TerminalTexts.BadPlays) }
        : new(new(state.Typed, null, plays == state.Plays ? state.Memory.Plays : plays), state.Serial) { Plays = plays };

    /// <summary>A device that is out of service asks nothing; one that is asking goes on with what there is by then.</summary>
    private static TerminalState Ask(TerminalState state) =>
        state.Replaced || state.Asking is not null || state.NetworkBackAt is not null
            ? state
            : state with { Asking = NextToAsk(state) ?? Look(state), AskAt = null };

    private static TerminalState AskIfChanged(TerminalState before, TerminalState after) =>
        ReferenceEquals(before, after) ? before : Ask(after);

    /// <summary>A look for something new comes last, when there is nothing else to ask; then it rests.</summary>
    private TerminalState Continue(TerminalState state, TerminalRequest asked, DateTimeOffset now) =>
        (NextToAsk(state) ?? (asked is TerminalRequest.Look ? null : Look(state))) is { } next
            ? state with { Asking = next }
            : Rest(state, now);

    private TerminalState Rest(TerminalState state, DateTimeOffset now) =>
        state with { Asking = null, AskAt = now + settings.DeviceLooks };

    private static TerminalRequest? NextToAsk(TerminalState state)
    {
        var (internalId, session) = (state.Memory.InternalId, state.Session);
        return state switch
        {
            { Session: null } => new TerminalRequest.SignOn(internalId, state.Serial, state.Plays),
            { Memory.Outcome: { } outcome } => new TerminalRequest.TellOutcome(internalId, session, outcome),
            { Unpairing: TerminalState.All } => new TerminalRequest.Unpair(internalId, session, null),
            { Unpairing: { } register } => new TerminalRequest.Unpair(internalId, session, register),
            { Screen: not Code, Code: not null } => new TerminalRequest.HideCode(internalId, session),

            // It must know first how many registers had used a code before.
            { Screen: Code, PairingsBefore: not null, Code: null or { RefreshAt: null } } =>
                new TerminalRequest.ShowCode(internalId, session),

            // The customer before is still reading how the payment ended.
            { Known.HasPayment: true, Payment: null, Message: null or { Until: null } } =>
                new TerminalRequest.TakePayment(internalId, session),
            _ => null,
        };
    }

    private static TerminalRequest.Look Look(TerminalState state) => new(state.Memory.InternalId, state.Session, state.Known?.Version);

    private TerminalState AfterReply(TerminalState state, TerminalRequest asked, TerminalReply reply, DateTimeOffset now) => asked switch
    {
        TerminalRequest.SignOn => state with { Session = reply.Session, Known = null, PairingsBefore = null, Code = null },
        TerminalRequest.TellOutcome => state with { Memory = state.Memory with { Outcome = null } },
        TerminalRequest.Unpair => state with { Unpairing = null },
        TerminalRequest.HideCode => state.Screen == Code ? state : state with { Code = null },
        TerminalRequest.ShowCode when reply.Code is { } code => state with
        {
            Code = new(
                code.PairingCode,
                now + TimeSpan.FromSeconds(code.RefreshInSeconds),
                now + TimeSpan.FromSeconds(code.ExpiresInSeconds)),
        },
        TerminalRequest.Look => AfterLook(state with { Known = reply.News ?? state.Known }),
        TerminalRequest.TakePayment => AfterTaking(state, reply, now),
        _ => state,
    };

    private static TerminalState AfterLook(TerminalState state) =>
        state.Screen != Code || state.Known is not { } known ? state
        : state.PairingsBefore is { } before && known.Pairings > before ? state with
        {
            Screen = Ready,
            PairingsBefore = null,
            Message = new("Pairing", $"{known.LastPaired} is paired with this device."),
        }
        : state with { PairingsBefore = state.PairingsBefore ?? known.Pairings };

    private TerminalState AfterTaking(TerminalState state, TerminalReply reply, DateTimeOffset now) => reply.Payment switch
    {
        // It is gone since the look; another one that comes is something new.
        null => state with { Known = state.Known! with { HasPayment = false } },
        { } payment => TerminalPayment.Begin(state, payment, now, settings),
    };
}

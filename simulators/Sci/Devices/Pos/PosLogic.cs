using System.Collections.Immutable;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>The reference POS, which keeps every certification rule: what it does at a button, at an answer and when time passes.</summary>
public sealed class PosLogic(string id, SciSettings settings) : IDeviceLogic<PosState, PosRequest, PosReply>
{
    private readonly string key = $"sci-pos/{id}";

    /// <inheritdoc />
    public PosState Boot(DeviceDisk disk, DateTimeOffset now) => new(disk.Read<PosMemory>(key) ?? PosMemory.Fresh) { HeardAt = now };

    /// <inheritdoc />
    public IEnumerable<KeyValuePair<string, object?>> Memory(PosState state) => [new(key, state.Memory)];

    /// <inheritdoc />
    public Panel Show(PosState state) => PosPanel.Of(id, state);

    /// <inheritdoc />
    public PosState Press(PosState state, string button, DateTimeOffset now) =>
        state.Waiting is not null ? state
        : state.Memory.Purchase is { } purchase ? PosPayments.OnPurchase(state, purchase, button, now)
        : state.Page == PosPage.Sale ? OnSale(state, button)
        : state.Page == PosPage.More ? OnMore(state, button)
        : state.Memory.New is { } made ? OnNew(state, made, button)
        : OnSection(state, button);

    /// <inheritdoc />
    public PosState Type(PosState state, string field, string text) => state with { Typed = state.Typed.SetItem(field, text) };

    /// <inheritdoc />
    public IEnumerable<PosRequest> Wants(PosState state) =>
    [
        .. state.Waiting is { } waiting ? [waiting] : Array.Empty<PosRequest>(),
        .. state is { Memory.Purchase: { IsWatched: true } purchase, WatchAt: null }
            ? [new PosRequest.Watch(purchase)]
            : Array.Empty<PosRequest>(),
    ];

    /// <inheritdoc />
    public TimeSpan? Patience(PosRequest request) =>
        request is PosRequest.Watch ? settings.LongPoll + settings.AnswerPatience : settings.AnswerPatience;

    /// <inheritdoc />
    public PosState Receive(PosState state, PosRequest asked, PosReply reply, DateTimeOffset now)
    {
        if (asked is PosRequest.Watch)
        {
            var heard = reply.Purchase is not null || reply.NothingNew;
            return PosPayments.AfterNews(state, reply, now) with { WatchAt = heard ? null : now + settings.AnswerPatience };
        }

        state = state with { Waiting = null };
        return asked switch
        {
            PosRequest.Pair => reply.Done ? Keep(state, state.Memory with { New = reply.Paired }) : Tell(state, reply),
            PosRequest.Test r when r.Pairing == state.Memory.New => AfterTestOfNew(state, r.Pairing, reply),
            PosRequest.Test r => reply.Done ? Good(state, PosTexts.PairingActive) : Lose(state, r.Pairing, reply),
            PosRequest.Check r => AfterCheck(state, r.Pairing, reply),
            PosRequest.CheckBeforeSale r =>
                reply.Done ? state with { Waiting = new PosRequest.Pay(r.Pairing, r.Order) } : Lose(state, r.Pairing, reply),
            PosRequest.Pay r => reply.Done
                ? PosPayments.Begin(Keep(state, state.Memory with { Purchase = reply.Purchase }), now)
                : PosPayments.NotBegun(Lose(state, r.Pairing, reply), reply),
            PosRequest.Unpair r when r.Pairing == state.Memory.New => reply.Done || reply.NotActive
                ? Good(state with { Memory = state.Memory with { New = null } }, PosTexts.Cancelled)
                : Tell(state, reply),
            PosRequest.Unpair r => reply.Done ? Good(Forget(state, r.Pairing), PosTexts.Unpaired) : Lose(state, r.Pairing, reply),
            PosRequest.Act => PosPayments.AfterNews(state, reply, now),
            _ => throw new ArgumentOutOfRangeException(nameof(asked), asked, "an answer that nobody expects"),
        };
    }

    /// <inheritdoc />
    public Pulse? NextPulse(PosState state) =>
        state is { Memory.Purchase.IsWatched: true, WatchAt: { } at } ? new(at, settings.AnswerPatience) : null;

    /// <inheritdoc />
    public DateTimeOffset? NextDue(PosState state) => PosPayments.AsksOutcomeAt(state, settings);

    /// <inheritdoc />
    public PosState Due(PosState state, DateTimeOffset now)
    {
        if (state.WatchAt <= now)
        {
            state = state with { WatchAt = null };
        }

        return PosPayments.AsksOutcomeAt(state, settings) <= now ? state with { AsksOutcome = true } : state;
    }

    /// <summary>Certification: pairing-info is called before a transaction, and when the pairing section is opened.</summary>
    private static PosState OnSale(PosState state, string button) =>
        button == "Pairing" ? CheckNext(Quiet(state) with { Page = PosPage.Pairing, ToCheck = [.. state.Memory.Pairings] })
        : button == "More" ? Quiet(state) with { Page = PosPage.More }
        : Ordered(state, button);

    private static PosState OnMore(PosState state, string button) =>
        button == "Back" ? Quiet(state) with { Page = PosPage.Sale }
        : PosFlags.Toggled(state.Memory.Flags, button) is { } flags ? Quiet(state) with { Memory = state.Memory with { Flags = flags } }
        : Ordered(state, button);

    private static PosState Ordered(PosState state, string button) =>
        PosOrders.Of(state).FirstOrDefault(o => o.Button == button) is { Order: { } order } asked
            ? Ask(state, new PosRequest.CheckBeforeSale(asked.Pairing, order))
            : state;

    private static PosState OnNew(PosState state, StoredPairing made, string button) => button switch
    {
        "Test" => Ask(state, new PosRequest.Test(made)),
        "Cancel" => Ask(state, new PosRequest.Unpair(made)),
        _ => state,
    };

    private static PosState OnSection(PosState state, string button) =>
        button == "Back" ? Quiet(state) with { Page = PosPage.Sale, Typed = state.Typed.Clear() }
        : button == "Pair" && state.In(PosFields.Code) is { Length: > 0 } code
            ? Ask(state, new PosRequest.Pair(code, state.In(PosFields.Nickname) is { Length: > 0 } nickname ? nickname : null))
        : Labelled(state, button, "Test ") is { } tested ? Ask(state, new PosRequest.Test(tested))
        : Labelled(state, button, "Unpair ") is { } unpaired ? Ask(state, new PosRequest.Unpair(unpaired))
        : state;

    private static StoredPairing? Labelled(PosState state, string button, string verb) =>
        PosLabels.Of(state.Memory.Pairings).Where(l => button == verb + l.Label).Select(l => l.Pairing).FirstOrDefault();

    internal static PosState Ask(PosState state, PosRequest request) => Quiet(state) with { Waiting = request };

    /// <summary>The state in which the next pairing is checked; the same when none remains.</summary>
    private static PosState CheckNext(PosState state) => state.ToCheck.IsEmpty
        ? state
        : state with { Waiting = new PosRequest.Check(state.ToCheck.Peek()), ToCheck = state.ToCheck.Dequeue() };

    private static PosState AfterTestOfNew(PosState state, StoredPairing made, PosReply reply) =>
        reply.Done ? Good(
            state with { Memory = state.Memory with { New = null, Pairings = state.Memory.Pairings.Add(made) } },
            PosTexts.PairingSuccessful)
        : reply.NotActive ? Bad(state, PosTexts.NoActivePairings, PosTexts.ConfirmFirst)
        : Tell(state, reply);

    /// <summary>Without a network there is no use in asking for the others.</summary>
    private static PosState AfterCheck(PosState state, StoredPairing pairing, PosReply reply) =>
        reply.Done ? CheckNext(state)
        : reply.NotActive ? CheckNext(Lose(state, pairing, reply))
        : Tell(state with { ToCheck = [] }, reply);

    /// <summary>
    /// SCI integration guide: "401 with no_active_pairings_found - display an unpaired state and prompt the merchant to re-pair from
    /// the terminal".
    /// </summary>
    private static PosState Lose(PosState state, StoredPairing pairing, PosReply reply) => reply.NotActive
        ? Bad(
            Forget(state, pairing),
            [
                PosTexts.NoActivePairings,
                .. state.Notice.Select(n => n.Text).Where(n => n != PosTexts.NoActivePairings),
                PosTexts.PairAgain(pairing),
            ])
        : Tell(state, reply);

    private static PosState Forget(PosState state, StoredPairing pairing) => state with
    {
        Memory = state.Memory with { Pairings = state.Memory.Pairings.RemoveAll(p => p.PairingId == pairing.PairingId) },
    };

    /// <summary>It was done, and what was typed for it is no longer needed.</summary>
    private static PosState Keep(PosState state, PosMemory memory) => state with { Memory = memory, Typed = state.Typed.Clear() };

    internal static PosState Tell(PosState state, PosReply reply) =>
        Bad(state, reply.ErrorCode is "" or null ? PosTexts.CheckNetwork : reply.ErrorText ?? reply.ErrorCode);

    internal static PosState Quiet(PosState state) => state with { Notice = [] };

    internal static PosState Good(PosState state, string text) => state with { Notice = [new(text, TextRole.Good)] };

    internal static PosState Bad(PosState state, params IEnumerable<string> texts) =>
        state with { Notice = [.. texts.Select(t => new PanelText(t, TextRole.Bad))] };
}

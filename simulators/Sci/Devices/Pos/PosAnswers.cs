using static PairingLab.Sci.Devices.Pos.PosRequestKind;

namespace PairingLab.Sci.Devices.Pos;

/// <summary>What a POS makes of an answer.</summary>
public static class PosAnswers
{
    /// <summary>The state after an answer; one that is no longer waited for brings nothing.</summary>
    public static PosState Hear(PosState state, PosRequest to, PosReply reply)
    {
        if (!ReferenceEquals(state.Waiting, to))
        {
            return state;
        }

        state = state with { Waiting = null };
        return to.Kind switch
        {
            Pair => reply.Done ? state with { New = reply.Paired, Typed = state.Typed.Clear() } : Tell(state, reply),
            TestNew => OnTestNew(state, to.Pairing!, reply),
            CancelNew => reply.Done || reply.NotActive ? Good(state with { New = null }, PosTexts.Cancelled) : Tell(state, reply),
            PosRequestKind.Check => OnCheck(state, to.Pairing!, reply),
            Test => reply.Done ? Good(state, PosTexts.PairingActive) : Lose(state, to.Pairing!, reply),
            Unpair => reply.Done ? Good(Forget(state, to.Pairing!), PosTexts.Unpaired) : Lose(state, to.Pairing!, reply),
            CheckBeforeSale => reply.Done ? state with { Waiting = to with { Kind = Purchase } } : Lose(state, to.Pairing!, reply),
            Purchase => OnPurchase(state, to, reply),
            Act => state.Purchase is { } purchase ? HearOf(state, purchase, reply) : state,
            _ => throw new ArgumentOutOfRangeException(nameof(to), to.Kind, "an answer that nobody hears"),
        };
    }

    /// <summary>The state after news of the purchase; no answer at all brings only the advice to look at the network.</summary>
    public static PosState HearOf(PosState state, PosPurchase watched, PosReply reply)
    {
        if (state.Purchase?.Id != watched.Id || state.Purchase.Result is not null)
        {
            return state;
        }

        return reply switch
        {
            { Purchase: { } news } => state with { Notice = [], Purchase = news with { Pairing = watched.Pairing, Amount = watched.Amount } },
            { NotActive: true } or { ErrorCode: "transaction_not_found" } => state with
            {
                Notice = [],
                Purchase = state.Purchase with { Result = "UNKNOWN", Message = PosTexts.ResultUnknown },
            },
            _ => Tell(state, reply),
        };
    }

    private static PosState OnTestNew(PosState state, StoredPairing made, PosReply reply) =>
        reply.Done ? Good(state with { New = null, Pairings = state.Pairings.Add(made) }, PosTexts.PairingSuccessful)
        : reply.NotActive ? Bad(state, PosTexts.NoActivePairings, PosTexts.ConfirmFirst)
        : Tell(state, reply);

    /// <summary>Without a network there is no use in asking for the others.</summary>
    private static PosState OnCheck(PosState state, StoredPairing pairing, PosReply reply) =>
        reply.Done ? PosDecisions.Check(state)
        : reply.NotActive ? PosDecisions.Check(Lose(state, pairing, reply))
        : Tell(state with { ToCheck = [] }, reply);

    private static PosState OnPurchase(PosState state, PosRequest to, PosReply reply) => reply.Done
        ? state with { Typed = state.Typed.Clear(), Purchase = reply.Purchase! with { Pairing = to.Pairing, Amount = to.Amount } }
        : Lose(state, to.Pairing!, reply);

    /// <summary>Seed: "401 with no_active_pairings_found - display an unpaired state and prompt the merchant to re-pair from the terminal".</summary>
    private static PosState Lose(PosState state, StoredPairing pairing, PosReply reply) => reply.NotActive
        ? Bad(Forget(state, pairing), [.. state.Notice.Where(n => n != PosTexts.NoActivePairings).Prepend(PosTexts.NoActivePairings), PosTexts.PairAgain(pairing)])
        : Tell(state, reply);

    private static PosState Forget(PosState state, StoredPairing pairing) => state with { Pairings = state.Pairings.RemoveAll(p => p.PairingId == pairing.PairingId) };

    private static PosState Tell(PosState state, PosReply reply) => Bad(state, reply.ErrorCode is "" or null ? PosTexts.CheckNetwork : reply.ErrorText ?? reply.ErrorCode);

    private static PosState Good(PosState state, string text) => state with { Notice = [text], NoticeIsBad = false };

    private static PosState Bad(PosState state, params string[] texts) => state with { Notice = [.. texts], NoticeIsBad = true };
}

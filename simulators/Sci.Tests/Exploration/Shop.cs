using System.Globalization;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;
using PairingLab.Sci.Core;
using PairingLab.Sci.Service;

namespace PairingLab.Sci.Tests.Exploration;

/// <summary>SCI with two terminals and two POSs where anything may happen; after each act it must agree with the reference model.</summary>
internal sealed class Shop : IDisposable
{
    private static readonly TransactionOrder Purchase = new(TransactionType.Purchase, new() { Purchase = 1000 });

    private readonly SciSettings settings = new();
    private readonly SteppedClock clock = new();
    private readonly MemoryStore store = new();
    private readonly ReferenceModel model;
    private SciService service;
    private int sold;

    public Shop()
    {
        (model, service) = (new(settings), new(settings, store, clock, SciCodes.Cryptographic));
        Ask(new EnrolTerminal("eftpos-1", "tid101", "Terminal 1", "tenant-1"));
        Ask(new EnrolTerminal("eftpos-2", "tid102", "Terminal 2", "tenant-2"));
    }

    /// <summary>What was met, and how often.</summary>
    public Dictionary<string, int> Seen => model.Seen;

    private DateTimeOffset Now => clock.GetUtcNow();

    public void Do(Act act)
    {
        Work(act, $"eftpos-{act.Terminal + 1}", $"sci-pos-{act.Pos + 1}")();
        model.PassTime(Now);
        model.ShouldBe(service.State);
    }

    public void Dispose()
    {
        service.Dispose();
        store.Dispose();
    }

    private Action Work(Act act, string terminal, string pos) => act.Kind switch
    {
        ActKind.ShowCode => () => ShowCode(terminal),
        ActKind.EnterCode => () => EnterCode(terminal, pos),
        ActKind.Confirm => () => Confirm(terminal),
        ActKind.PairToTheEnd => () =>
        {
            ShowCode(terminal);
            EnterCode(terminal, pos);
            Confirm(terminal);
        }
        ,
        ActKind.Decline => () =>
            Ask(new DeclinePairing(terminal, model.LastOf(terminal))).ShouldBe(model.Decline(model.LastOf(terminal), Now)),
        ActKind.CancelPairing => () =>
            Ask(new CancelPairing(terminal, model.LastOf(terminal))).ShouldBe(model.CancelPairing(model.LastOf(terminal), Now)),
        ActKind.UnpairOnTerminal => () =>
            Ask(new UnpairAtTerminal(terminal, model.Of(pos, terminal))).ShouldBe(model.UnpairOnTerminal(model.Of(pos, terminal), Now)),
        ActKind.UnpairOnPos => () =>
            Ask(new UnpairByPos(model.Of(pos, terminal))).ShouldBe(model.UnpairOnPos(model.Of(pos, terminal), Now)),
        ActKind.Sell => () => Sell(model.Of(pos, terminal), connected: true),
        ActKind.SellWithoutNetwork => () => Sell(model.Of(pos, terminal), connected: false),
        ActKind.CancelPurchase => () => CancelPurchase(model.Of(pos, terminal)),
        ActKind.Finish => () => Finish(terminal, model.PurchaseOf(terminal), act.Choice),
        ActKind.FinishAny => () => Finish(terminal, model.AnyPurchase(act.Choice), act.Choice),
        ActKind.BeginSettlement => () => Ask(new SetBusy(terminal, Busy: true)).ShouldBe(model.BeginSettlement(terminal)),
        ActKind.EndSettlement => () =>
        {
            Ask(new SetBusy(terminal, Busy: false)).ShouldBeNull();
            model.EndSettlement(terminal);
        }
        ,
        ActKind.Wait => () => clock.AdvanceAsync(TimeSpan.FromSeconds(act.Choice)).GetAwaiter().GetResult(),
        _ => Restart,
    };

    private void ShowCode(string terminal)
    {
        var answer = service.StartPairingAsync(terminal).GetAwaiter().GetResult();
        Note(answer.Refusal).ShouldBe(model.MayShowCode(terminal));
        if (answer.Events.OfType<PairingStarted>().SingleOrDefault() is { Pairing: var pairing })
        {
            model.ShowCode(terminal, pairing.Id, pairing.Code, Now);
        }
    }

    private void EnterCode(string terminal, string pos)
    {
        var code = model.CodeOf(terminal);
        Ask(new ProgressPairing(code, null, IsLiveKey: false)).ShouldBe(model.EnterCode(pos, code, Now));
    }

    private void Confirm(string terminal) =>
        Ask(new ConfirmPairing(terminal, model.LastOf(terminal))).ShouldBe(model.Confirm(model.LastOf(terminal)));

    private void Sell(string pairing, bool connected)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"purchase-{++sold}");
        Ask(new StartTransaction(id, pairing, Purchase, connected)).ShouldBe(model.Sell(pairing, id, connected, Now));
    }

    private void CancelPurchase(string pairing)
    {
        var id = model.PurchaseOver(pairing);
        Ask(new CancelTransaction(pairing, id)).ShouldBe(model.CancelPurchase(pairing, id));
    }

    private void Finish(string terminal, string id, int choice)
    {
        var result = (choice % 3) switch
        {
            0 => TransactionResult.Approved,
            1 => TransactionResult.Declined,
            _ => TransactionResult.Cancelled,
        };
        Ask(new FinishTransaction(terminal, id, result)).ShouldBe(model.Finish(terminal, id, result, Now));
    }

    private void Restart()
    {
        service.Dispose();
        service = new(settings, store, clock, SciCodes.Cryptographic);
        model.Restart();
        model.Count("restarted");
    }

    private Refusal? Ask(ISciCommand command) => Note(service.DoAsync(command).GetAwaiter().GetResult().Refusal);

    private Refusal? Note(Refusal? refusal)
    {
        if (refusal is { } reason)
        {
            model.Count($"refused {reason}");
        }

        return refusal;
    }
}

using PairingLab.Sci.Core;

namespace PairingLab.Sci.Tests.Core;

/// <summary>States that SCI comes to, each reached by commands.</summary>
internal static class States
{
    public static readonly SciSettings Settings = new();
    public static readonly DateTimeOffset Now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public static readonly TransactionOrder Purchase = new(TransactionType.Purchase, new() { Purchase = 1000 });

    /// <summary>What ends up at a tip, a form, a settlement, a signature on the terminal.</summary>
    private static readonly (TerminalOptions Options, TransactionOrder Order)[] Others =
    [
        (new() { Tipping = Tipping.OnTerminal }, Purchase), (new() { Tipping = Tipping.OnPos, Surcharge = 150 }, Purchase),
        (new() { Plays = Plays.Form }, Purchase), (new(), new(TransactionType.Settlement, Amounts.None)),
        (new(), Purchase with { Flags = new() { VerifySignatureOnTerminal = true, PromptCustomerReceipt = true } }),
        (new(), new(TransactionType.Moto, new() { Moto = 500 })),
    ];

    public static IReadOnlyList<SciState> All { get; } = Make();

    public static string CodeAt(string tenant) => $"10000{Tenant.All.ToList().FindIndex(t => t.Id == tenant)}";

    public static SciState After(SciState state, params ISciCommand[] commands) => commands.Aggregate(state, Do);

    private static SciState Do(SciState state, ISciCommand command) =>
        SciCore.Decide(state, command, Now, Settings).Aggregate(state, SciCore.Apply);

    private static List<SciState> Make()
    {
        var states = new List<SciState> { SciState.New };
        foreach (var tenant in Tenant.All)
        {
            var enrolled = After(
                SciState.New,
                new EnrolTerminal("eftpos-1", "tid", "Terminal 1", tenant.Id),
                new EnrolTerminal("eftpos-2", "tid", "Terminal 2", "tenant-1"));
            var shown = After(enrolled, new StartPairing("eftpos-1", "pid_1", "kid_1", CodeAt(tenant.Id), "1234", "secret"));
            var progressed = After(shown, new ProgressPairing(CodeAt(tenant.Id), "Front Bar", tenant.IsLive));
            var active = After(progressed, new ConfirmPairing("eftpos-1", "pid_1"));
            var paying = After(active, new StartTransaction("txn_1", "pid_1", Purchase, Connected: true));
            var accepted = After(paying, new AcceptTransaction("eftpos-1", "txn_1"));
            states.AddRange([
                enrolled, After(enrolled, new SetBusy("eftpos-1", Busy: true)), shown, After(shown, new CancelPairing("eftpos-1", "pid_1")),
                progressed,
                After(progressed, new DeclinePairing("eftpos-1", "pid_1")), active, After(active, new UnpairByPos("pid_1")),
                After(active, new SetBusy("eftpos-1", Busy: true)),
                After(paying, new StartPairing("eftpos-2", "pid_2", "kid_2", "200000", "1234", "secret")),
                paying, accepted, After(accepted, new TakeSignature("eftpos-1", "txn_1")),
                After(accepted, new CancelTransaction("pid_1", "txn_1")),
                .. Others.Select(o => After(
                    active, new ConfigureTerminal("eftpos-1", o.Options), new StartTransaction("txn_1", "pid_1", o.Order, Connected: true),
                    new AcceptTransaction("eftpos-1", "txn_1"), new TakeSignature("eftpos-1", "txn_1"))),
                After(accepted, new FinishTransaction("eftpos-1", "txn_1", TransactionResult.Declined))]);
        }

        return states;
    }
}

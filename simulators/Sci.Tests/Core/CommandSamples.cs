using PairingLab.Sci.Core;

namespace PairingLab.Sci.Tests.Core;

/// <summary>Every command, each with right and wrong contents.</summary>
internal static class CommandSamples
{
    private static readonly string[] Terminals = ["eftpos-1", "eftpos-2", "eftpos-9"];
    private static readonly string[] Pairings = ["pid_1", "pid_2", "pid_9"];

    private static readonly string[] Buttons =
    [
        FormButtons.AddTip, FormButtons.NoTip, FormButtons.AcceptSignature, FormButtons.RejectSignature, FormButtons.Submit, "other",
    ];

    public static IReadOnlyList<ISciCommand> All { get; } =
    [
        new PassTime(),
        .. Tenant.All.Select(t => new ProgressPairing(States.CodeAt(t.Id), "Front Bar", IsLiveKey: false)),
        .. Tenant.All.Select(t => new ProgressPairing(States.CodeAt(t.Id), null, IsLiveKey: true)),
        new ProgressPairing("999999", null, IsLiveKey: false),
        .. Terminals.SelectMany(OfTerminal),
        .. Pairings.SelectMany<string, ISciCommand>(p =>
            [
                new UnpairByPos(p), new CancelTransaction(p, "txn_1"),
                .. Buttons.Select(b => new SubmitForm(p, "txn_1", b, new Dictionary<string, string> { [FormButtons.Tip] = "1.50" })),
                new StartTransaction("txn_9", p, States.Purchase, Connected: true),
                new StartTransaction("txn_9", p, States.Purchase, Connected: false),
                .. Enum.GetValues<TransactionType>().Select(t => new StartTransaction(
                    "txn_9", p, new(t, t is TransactionType.Settlement ? Amounts.None : new() { Refund = 700 }), Connected: true)),
            ]),
    ];

    private static IEnumerable<ISciCommand> OfTerminal(string t) =>
    [
        new EnrolTerminal(t, "tid", "Terminal", "tenant-2"), new NameTerminal(t, "Bar"), new SetBusy(t, Busy: true),
        new SetBusy(t, Busy: false),
        new StartPairing(t, "pid_7", "kid_7", "777777", "7777", "secret"), new AcceptTransaction(t, "txn_1"), new TakeSignature(t, "txn_1"),
        new TakeTip(t, "txn_1", 100), new ConfigureTerminal(t, new() { Surcharge = 150, Plays = Plays.Busy }),
        new FinishTransaction(t, "txn_1", TransactionResult.Approved),
        .. Pairings.SelectMany<string, ISciCommand>(
            p => [new ConfirmPairing(t, p), new DeclinePairing(t, p), new CancelPairing(t, p), new UnpairAtTerminal(t, p)]),
    ];
}

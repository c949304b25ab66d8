using PairingLab.Sci.Core;
using PairingLab.Sci.Core.Commands;

namespace PairingLab.Sci.Tests.Core;

/// <summary>Every command, each with right and wrong contents.</summary>
internal static class CommandSamples
{
    private static readonly string[] Terminals = ["eftpos-1", "eftpos-2", "eftpos-9"];
    private static readonly string[] Pairings = ["pid_1", "pid_2", "pid_9"];

    public static IReadOnlyList<ISciCommand> All { get; } =
    [
        new PassTime(),
        .. Tenant.All.Select(t => new ProgressPairing(States.CodeAt(t.Id), "Front Bar", IsLiveKey: false)),
        .. Tenant.All.Select(t => new ProgressPairing(States.CodeAt(t.Id), null, IsLiveKey: true)),
        new ProgressPairing("999999", null, IsLiveKey: false),
        .. Terminals.SelectMany(OfTerminal),
        .. Pairings.SelectMany<string, ISciCommand>(p =>
            [new UnpairByPos(p), new JudgeSignature(p, "txn_1", Accepted: true), new JudgeSignature(p, "txn_1", Accepted: false), new StartTransaction("txn_9", p, 1000, Connected: true), new StartTransaction("txn_9", p, 1000, Connected: false)]),
    ];

    private static IEnumerable<ISciCommand> OfTerminal(string t) =>
    [
        new EnrolTerminal(t, "tid", "Terminal", "tenant-2"), new NameTerminal(t, "Bar"), new SetBusy(t, Busy: true), new SetBusy(t, Busy: false),
        new StartPairing(t, "pid_7", "kid_7", "777777", "7777", "secret"), new AcceptTransaction(t, "txn_1"), new AwaitPos(t, "txn_1"), new FinishTransaction(t, "txn_1", TransactionResult.Approved),
        .. Pairings.SelectMany<string, ISciCommand>(p => [new ConfirmPairing(t, p), new DeclinePairing(t, p), new CancelPairing(t, p), new UnpairAtTerminal(t, p)]),
    ];
}

using PairingLab.Sci.Core;
using PairingLab.Sci.Core.Commands;

namespace PairingLab.Sci.Api;

/// <summary>What a terminal does, the body of <c>POST /v1/terminals/{id}/acts</c>; the terminals' own protocol is not public, so it is the lab's.</summary>
/// <param name="Do">start-pairing, confirm, decline, cancel, unpair, busy, idle, rename, accept, signature, approved, declined or cancelled.</param>
/// <param name="Id">The pairing or transaction that it is about.</param>
/// <param name="Text">Rename: the nickname.</param>
public sealed record TerminalAct(string? Do, string? Id = null, string? Text = null)
{
    /// <summary>Begins a pairing.</summary>
    public const string StartPairing = "start-pairing";

    private const int LongestNickname = 40;

    /// <summary>The command; null when it is none.</summary>
    public ISciCommand? Command(string terminal) => Do switch
    {
        "confirm" => new ConfirmPairing(terminal, Id ?? ""),
        "decline" => new DeclinePairing(terminal, Id ?? ""),
        "cancel" => new CancelPairing(terminal, Id ?? ""),
        "unpair" => new UnpairAtTerminal(terminal, Id ?? ""),
        "busy" => new SetBusy(terminal, Busy: true),
        "idle" => new SetBusy(terminal, Busy: false),
        "rename" when Text is { Length: > 0 and <= LongestNickname } && !Text.Any(char.IsControl) => new NameTerminal(terminal, Text),
        "accept" => new AcceptTransaction(terminal, Id ?? ""),
        "signature" => new AwaitPos(terminal, Id ?? ""),
        "approved" => new FinishTransaction(terminal, Id ?? "", TransactionResult.Approved),
        "declined" => new FinishTransaction(terminal, Id ?? "", TransactionResult.Declined),
        "cancelled" => new FinishTransaction(terminal, Id ?? "", TransactionResult.Cancelled),
        _ => null,
    };
}

using PairingLab.AccessControl.Engine;
using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Services;

/// <summary>What becomes of a check: an operation to be confirmed, or the error.</summary>
/// <param name="Error">Why not; null when the card may enter.</param>
/// <param name="Operation">The operation, a rejected one too; null when none was made.</param>
/// <param name="FreeLeft">Free visits left, null for unlimited.</param>
/// <param name="PaidLeft">Paid visits left, null for unlimited.</param>
/// <param name="ChildrenFreeUnder">Children under this age are free; null for none.</param>
/// <param name="AdultGuestFee">What a paid adult guest costs; null when the ruleset has no paid invitations for adults.</param>
/// <param name="ChildGuestFee">What a paid child costs; null when it has none for children.</param>
public sealed record CheckAnswer(
    PosError? Error,
    OperationRow? Operation,
    int? FreeLeft = 0,
    int? PaidLeft = 0,
    int? ChildrenFreeUnder = null,
    Price? AdultGuestFee = null,
    Price? ChildGuestFee = null);

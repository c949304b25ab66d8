using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>A page of the list.</summary>
/// <param name="Rows">What is on it.</param>
/// <param name="HasEarlier">Whether there is a page before it.</param>
/// <param name="HasLater">Whether there is a page after it.</param>
public sealed record OperationPage(IReadOnlyList<OperationRow> Rows, bool HasEarlier, bool HasLater);

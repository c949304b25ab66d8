using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>The colour of a status, which is always shown as text too.</summary>
internal static class StatusColour
{
    public static string Of(string status) => status switch
    {
        OperationStatus.Completed => "good",
        OperationStatus.Rejected => "bad",
        OperationStatus.Reversed or OperationStatus.Expired => "wait",
        _ => "",
    };
}

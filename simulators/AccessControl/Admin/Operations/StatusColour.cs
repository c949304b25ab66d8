using PairingLab.AccessControl.Storage;

namespace PairingLab.AccessControl.Admin.Operations;

/// <summary>How a status is coloured; its word stands there too.</summary>
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

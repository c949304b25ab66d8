namespace PairingLab.AccessControl.Storage;

/// <summary>Status of an operation. Seed: COMPLETED, REVERSED; the others are the lab's.</summary>
public static class OperationStatus
{
    /// <summary>Checked, still to be confirmed.</summary>
    public const string Created = "CREATED";

    /// <summary>A successful entry.</summary>
    public const string Completed = "COMPLETED";

    /// <summary>Nobody got in.</summary>
    public const string Rejected = "REJECTED";

    /// <summary>Taken back; counts no more.</summary>
    public const string Reversed = "REVERSED";

    /// <summary>Not confirmed in time.</summary>
    public const string Expired = "EXPIRED";
}

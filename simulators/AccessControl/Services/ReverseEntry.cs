using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>
/// "Cancellation functionality". Seed: only from COMPLETED to REVERSED; Admin at any time, Service Provider within 30 minutes
/// following the entry, nobody else.
/// </summary>
public sealed class ReverseEntry(IMacsDatabase database, LabClock clock, AccessControlSettings settings)
{
    /// <summary>Reverses an entry; null when it is done, else the error code.</summary>
    public Task<string?> ReverseAsync(string operationId, string userId, UserRole role, string reason) => database.RunAsync(session =>
    {
        if (role is not (UserRole.Admin or UserRole.ServiceProvider))
        {
            return "NOT_ALLOWED";
        }

        if (Operations.Find(session, operationId) is not { } found)
        {
            return "UNKNOWN_OPERATION";
        }

        var operation = Operations.Held(session, found);
        var now = clock.GetUtcNow();
        if (operation.Status != OperationStatus.Completed)
        {
            return "NOT_COMPLETED";
        }

        if (role == UserRole.ServiceProvider && now > operation.EntryAt + settings.ReversalWindow)
        {
            return "TOO_LATE";
        }

        Operations.Reverse(session, operationId, userId, reason, now);
        return null;
    });
}

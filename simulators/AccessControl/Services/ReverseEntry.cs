using PairingLab.AccessControl.Storage;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>
/// "Cancellation functionality" of the Access Control description: only from COMPLETED to REVERSED; an Admin at any time, a Service
/// Provider within 30 minutes after the entry, nobody else.
/// </summary>
public sealed class ReverseEntry(IMacsDatabase database, LabClock clock, AccessControlSettings settings)
{
    /// <summary>Reverses an entry; null on success, otherwise the refusal.</summary>
    public Task<Refusal?> ReverseAsync(string operationId, string userId, UserRole role, string reason) =>
        database.RunAsync<Refusal?>(session =>
    {
        if (role is not (UserRole.Admin or UserRole.ServiceProvider))
        {
            return Refusal.NotAllowed;
        }

        if (Operations.Find(session, operationId) is not { } found)
        {
            return Refusal.UnknownOperation;
        }

        var operation = Operations.Lock(session, found);
        var now = clock.GetUtcNow();
        if (operation.Status != OperationStatus.Completed)
        {
            return Refusal.NotCompleted;
        }

        if (role == UserRole.ServiceProvider && now > operation.EntryAt + settings.ReversalWindow)
        {
            return Refusal.TooLate;
        }

        Operations.Reverse(session, operationId, userId, reason, now);
        return null;
    });
}

using PairingLab.AccessControl.Storage;
using PairingLab.AccessControl.ThirdParties;
using PairingLab.Kernel.Time;

namespace PairingLab.AccessControl.Services;

/// <summary>Why an enrollment was not changed.</summary>
public enum EnrolmentRefusal
{
    /// <summary>No card with this hash is enrolled.</summary>
    NotEnrolled,

    /// <summary>MRS is down, or answers nonsense: nothing is known anew.</summary>
    NoAnswer,

    /// <summary>The enrollment is suspended already.</summary>
    AlreadySuspended,

    /// <summary>The enrollment is not suspended.</summary>
    NotSuspended,

    /// <summary>A suspended enrollment is not removed: the card's next entry would enrol it again, and let it in.</summary>
    Suspended,
}

/// <summary>
/// "Card Enrollment Verification" of the Access Control description: administrators verify and manage enrollments, so that only
/// authorized users receive the perks.
/// </summary>
public sealed class Enrolments
{
    private readonly IMacsDatabase database;
    private readonly LabClock clock;
    private readonly MrsAccounts accounts;

    internal Enrolments(IMacsDatabase database, LabClock clock, MrsAccounts accounts) =>
        (this.database, this.clock, this.accounts) = (database, clock, accounts);

    /// <summary>Asks MRS for the card's account and keeps the answer; null on success.</summary>
    public async Task<EnrolmentRefusal?> VerifyAsync(string panHash, string by)
    {
        if (await database.RunAsync(s => Cards.Find(s, panHash)?.Aref) is not { } aref)
        {
            return EnrolmentRefusal.NotEnrolled;
        }

        return await accounts.StatusAsync(aref) is not { } status ? EnrolmentRefusal.NoAnswer
            : await database.RunAsync(s => Cards.Verify(s, panHash, aref, status, by, clock.GetUtcNow())) ? null
            : EnrolmentRefusal.NotEnrolled;
    }

    /// <summary>From now on the card is let in nowhere, and is not on the whitelist of a terminal; null on success.</summary>
    public Task<EnrolmentRefusal?> SuspendAsync(string panHash, string by, string reason) => ChangeAsync(
        panHash, isSuspended: false, EnrolmentRefusal.AlreadySuspended,
        session => Cards.Suspend(session, panHash, by, clock.GetUtcNow(), reason));

    /// <summary>Takes a suspension back; null on success.</summary>
    public Task<EnrolmentRefusal?> ReactivateAsync(string panHash) => ChangeAsync(
        panHash, isSuspended: true, EnrolmentRefusal.NotSuspended, session => Cards.Suspend(session, panHash, null, null, null));

    /// <summary>Forgets the card's account in MRS: its next entry that needs its spending enrols it anew; null on success.</summary>
    public Task<EnrolmentRefusal?> RemoveAsync(string panHash) => ChangeAsync(
        panHash, isSuspended: false, EnrolmentRefusal.Suspended, session => Cards.Unenrol(session, panHash));

    private Task<EnrolmentRefusal?> ChangeAsync(string panHash, bool isSuspended, EnrolmentRefusal otherwise, Action<MacsSession> change) =>
        database.RunAsync<EnrolmentRefusal?>(session =>
        {
            // First of all: it locks, so that two administrators change one after the other.
            Versions.Change(session, Versions.Rules);
            Versions.Change(session, Versions.Whitelist);
            if (Cards.Find(session, panHash) is not { Aref: not null } card)
            {
                return EnrolmentRefusal.NotEnrolled;
            }

            if (card.IsSuspended != isSuspended)
            {
                return otherwise;
            }

            change(session);
            return null;
        });
}

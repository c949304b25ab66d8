namespace PairingLab.Commander.Core;

/// <summary>The running Pairing Service.</summary>
/// <param name="Until">From this moment no workstation may begin; the service stops then, or when the session under way ends.</param>
/// <param name="EndBy">No retry reaches beyond this moment: the whole process has its "limited amount of time" (seed).</param>
/// <param name="WrongOtps">Wrong Pairing OTPs in a row.</param>
public sealed record PairingService(DateTimeOffset Until, DateTimeOffset EndBy, int WrongOtps = 0)
{
    /// <summary>Until when another try may begin after one that failed.</summary>
    public DateTimeOffset RetryUntil(DateTimeOffset failedAt, TimeSpan retryWindow) =>
        failedAt + retryWindow < EndBy ? failedAt + retryWindow : EndBy;
}

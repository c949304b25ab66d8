using PairingLab.Commander.Core;

namespace PairingLab.Commander.Tests.Exploration;

/// <summary>
/// Notes what a Commander is told and what it answers, without looking into its state; invariants are judged by these notes.
/// </summary>
internal sealed class ReferenceModel
{
    public Dictionary<string, SessionLog> Sessions { get; } = new(StringComparer.Ordinal);

    /// <summary>Whose certificate should be good: workstation → thumbprint, issued, end.</summary>
    public Dictionary<string, (string Thumbprint, DateTimeOffset Issued, DateTimeOffset NotAfter)> Trusted { get; } =
        new(StringComparer.Ordinal);

    public Dictionary<string, int> OpenedBySiteOtp { get; } = new(StringComparer.Ordinal);

    public HashSet<string> MayUseSiteSecurity { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset? ServiceStartedAt { get; private set; }

    public DateTimeOffset? FailedAt { get; private set; }

    public DateTimeOffset? SiteLockedUntil { get; private set; }

    private string? siteOtp;
    private int wrongSiteOtps;
    private int generated;

    public void Note(Step step)
    {
        if (step.Command is CompletePairing complete && Sessions.TryGetValue(complete.SessionId, out var guessed)
            && step.Before.Session?.Id == complete.SessionId)
        {
            guessed.Guesses++;
        }

        foreach (var happened in step.Events)
        {
            Note(step, happened);
        }
    }

    public void PowerCut()
    {
        ServiceStartedAt = null;
        siteOtp = null;
    }

    private void Note(Step step, ICommanderEvent happened)
    {
        switch (happened)
        {
            case UserSignedIn e when e.MayUseSiteSecurity:
                MayUseSiteSecurity.Add(e.SignInId);
                break;
            case SiteOtpGenerated e:
                siteOtp = $"{e.Code}, number {++generated}";
                break;
            case SiteSecurityOpened:
                OpenedBySiteOtp[siteOtp ?? "none"] = OpenedBySiteOtp.GetValueOrDefault(siteOtp ?? "none") + 1;
                wrongSiteOtps = 0;
                break;
            case SiteOtpWasWrong when ++wrongSiteOtps == Site.Settings.WrongSiteOtpsBeforeLock:
                wrongSiteOtps = 0;
                SiteLockedUntil = step.Now + Site.Settings.LockLasts;
                break;
            default:
                NotePairing(step, happened);
                break;
        }
    }

    private void NotePairing(Step step, ICommanderEvent happened)
    {
        switch (happened)
        {
            case PairingServiceStarted:
                (ServiceStartedAt, FailedAt) = (step.Now, null);
                break;
            case PairingServiceStopped:
                ServiceStartedAt = null;
                break;
            case PairingBegun e:
                Sessions[e.SessionId] = new(e.Otp, step.Now);
                break;
            case PairingOtpRetrieved e:
                Sessions[e.SessionId].RetrievedAt = step.Now;
                break;
            case PairingFailed:
                FailedAt = step.Now;
                break;
            case WorkstationPaired e:
                Sessions[((CompletePairing)step.Command).SessionId].Accepted++;
                Trusted[e.Workstation] = (e.Thumbprint, step.Now, e.NotAfter);
                break;
            case CertificateRenewed e:
                Trusted[e.Workstation] = (e.Thumbprint, step.Now, e.NotAfter);
                break;
            case AllTrustRevoked:
                Trusted.Clear();
                break;
            default:
                break;
        }
    }
}

/// <summary>What the reference model noted of one pairing session.</summary>
internal sealed class SessionLog(string otp, DateTimeOffset begunAt)
{
    public string Otp => otp;

    public DateTimeOffset BegunAt => begunAt;

    public DateTimeOffset? RetrievedAt { get; set; }

    public int Guesses { get; set; }

    public int Accepted { get; set; }
}

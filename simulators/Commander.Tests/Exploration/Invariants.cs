using System.Collections.Immutable;
using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.Workstation;

namespace PairingLab.Commander.Tests.Exploration;

/// <summary>
/// What must hold at a site whatever happens. Judged by what the reference model noted, not by the core's own bookkeeping.
/// </summary>
internal sealed class Invariants
{
    private static readonly CommanderSettings Settings = Site.Settings;

    /// <summary>Each command of the Commander, before the reference model has noted it.</summary>
    public void Judge(Site site, Step step)
    {
        NeverTwoSessions(step);
        NobodyIsPairedWithoutTheCurrentRetrievedOtp(site, step);
        AnOtpIsRetrievedWithinItsMinute(site, step);
        AnOtpIsGuessedAtMostOnce(site, step);
        TheServiceNeverOutlivesItsWindow(site, step);
        ASiteOtpOpensAtMostOneSession(site, step);
        SiteSecurityIsOpenForThoseWithTheFunctionOnly(site, step);
        LockedMeansLocked(site, step);
        RevokeLeavesNobody(step);
        TrustComesFromProofsAndRenewalsOnly(site, step);
        NoCertificateOutlivesAYear(step);
        NobodyIsTrustedAfterTheEnd(step);
    }

    /// <summary>Each command of a workstation.</summary>
    public void Judge(Site site, SiteWorkstation at)
    {
        PairingModeNeverSells(at);
        ALinkNeedsACertificateInItsTime(site, at);
        AnAlertShowsBetweenTransactions(at);
        TheKeypadBelongsToASession(at);
    }

    /// <summary>What was due has happened, or a timer would fire for ever at the same moment.</summary>
    public static void JudgeTime(DateTimeOffset now, IEnumerable<DateTimeOffset> deadlines) =>
        Must(deadlines.All(d => d > now), "time that has passed leaves nothing due");

    /// <summary>After a power cut nothing under way survives, and trust does.</summary>
    public void JudgePowerCut(Site site, IReadOnlyDictionary<string, PairedWorkstation> trusted)
    {
        var c = site.Commander;
        Must(c is { Session: null, Service: null, SiteOtp: null, SignIns.IsEmpty: true }, "after a power cut nothing under way survives");
        Must(c.Paired.SequenceEqual(trusted), "trust survives a power cut");
    }

    /// <summary>No sale goes over a link whose certificate is not the trusted one, or not in its time.</summary>
    public void JudgeSale(Site site, SiteWorkstation at, string thumbprint)
    {
        Must(
            site.ReferenceModel.Trusted.TryGetValue(at.Id, out var trusted) && trusted.Thumbprint == thumbprint
                && site.Now < trusted.NotAfter,
            "a sale goes over a link with a trusted certificate in its time only");
        Must(
            !at.State.Memory.PairingMode && at.State.Link.IsUp,
            "a sale goes over a link only while the workstation says that it is linked");
    }

    private static void NeverTwoSessions(Step step)
    {
        if (step.Before.Session is { } under && step.Events.OfType<PairingBegun>().FirstOrDefault() is { } begun)
        {
            var ended = step.Events.OfType<PairingFailed>().Any(f => f.SessionId == under.Id);
            Must(ended || begun.Workstation == under.Workstation, "there are never two sessions: only its own workstation takes one over");
        }
    }

    private static void NobodyIsPairedWithoutTheCurrentRetrievedOtp(Site site, Step step)
    {
        foreach (var paired in step.Events.OfType<WorkstationPaired>())
        {
            var complete = (CompletePairing)step.Command;
            var log = site.ReferenceModel.Sessions[complete.SessionId];
            Must(step.KnowsOtp && step.Before.Session?.Id == complete.SessionId, "nobody is paired who does not prove the current OTP");
            Must(log.RetrievedAt is not null, "nobody is paired with an OTP that nobody retrieved");
            Must(step.Now - log.BegunAt < Settings.EntryWindow, "an OTP is accepted within its minutes only");
            Must(step.Before.Session!.Workstation == paired.Workstation, "who is paired is who asked");
        }
    }

    private static void AnOtpIsRetrievedWithinItsMinute(Site site, Step step)
    {
        foreach (var retrieved in step.Events.OfType<PairingOtpRetrieved>())
        {
            Must(
                step.Now - site.ReferenceModel.Sessions[retrieved.SessionId].BegunAt < Settings.RetrieveWindow,
                "an OTP is retrieved within its minute only");
        }
    }

    private static void AnOtpIsGuessedAtMostOnce(Site site, Step step)
    {
        if (step.Events.OfType<WorkstationPaired>().Any())
        {
            var log = site.ReferenceModel.Sessions[((CompletePairing)step.Command).SessionId];
            Must(log is { Guesses: 0, Accepted: 0 }, "an OTP is accepted at most once, and a wrong guess burns it");
        }

        Must(
            step.Command is not CompletePairing c || step.After.Session is null || step.After.Session.Id != c.SessionId,
            "whatever was guessed, the session is over");
    }

    private static void TheServiceNeverOutlivesItsWindow(Site site, Step step)
    {
        var started = site.ReferenceModel.ServiceStartedAt;
        var longest = Settings.ServiceWindow + Settings.EntryWindow + Settings.RetryWindow;
        if (step.Events.OfType<PairingBegun>().FirstOrDefault() is { } begun)
        {
            Must(started is not null && step.Now - started < longest, "no workstation begins outside the service's time");
            var isOwn = step.Before.Session?.Workstation == begun.Workstation;
            var window = step.Now - started < Settings.ServiceWindow;
            var retry = site.ReferenceModel.FailedAt is { } failed && step.Now - failed < Settings.RetryWindow;
            Must(isOwn || window || retry, "no workstation begins after the window but for a retry in its two minutes");
        }

        Must(step.After.Service is null || step.Events.OfType<PairingServiceStarted>().Any()
            || step.Now - started < longest + Settings.EntryWindow,
            "the service is gone when its last session must be over");
    }

    private static void ASiteOtpOpensAtMostOneSession(Site site, Step step) =>
        Must(site.ReferenceModel.OpenedBySiteOtp.Values.All(n => n == 1), "a Site OTP opens at most one Site Security session");

    private static void SiteSecurityIsOpenForThoseWithTheFunctionOnly(Site site, Step step)
    {
        if (step.Events.OfType<SiteSecurityOpened>().FirstOrDefault() is { } opened)
        {
            Must(site.ReferenceModel.MayUseSiteSecurity.Contains(opened.SignInId), "Site Security opens for a user with the function only");
        }

        if (step.Events.Any(e => e is PairingServiceStarted or PairingOtpRetrieved or AllTrustRevoked))
        {
            Must(step.Before.SignIns.Values.Any(s => s.SiteSecurityOpen), "nothing of Site Security is done while it is closed");
        }
    }

    private static void LockedMeansLocked(Site site, Step step)
    {
        if (step.Now < site.ReferenceModel.SiteLockedUntil)
        {
            Must(
                !step.Events.Any(e => e is SiteSecurityOpened or SiteOtpGenerated),
                "while Site Security is locked nobody opens it nor gets an OTP");
        }
    }

    private static void RevokeLeavesNobody(Step step)
    {
        if (step.Events.OfType<AllTrustRevoked>().Any())
        {
            Must(step.After.Paired.IsEmpty, "revoke leaves nobody trusted");
            Must(step.After is { Session: null, Service: null }, "revoke ends the pairing that is under way");
        }
    }

    private static void TrustComesFromProofsAndRenewalsOnly(Site site, Step step)
    {
        var expected = site.ReferenceModel.Trusted.ToDictionary(t => t.Key, t => t.Value.Thumbprint, StringComparer.Ordinal);
        foreach (var happened in step.Events)
        {
            _ = happened switch
            {
                WorkstationPaired e => expected[e.Workstation] = e.Thumbprint,
                CertificateRenewed e => expected[e.Workstation] = e.Thumbprint,
                _ => null,
            };
        }

        if (!step.Events.OfType<AllTrustRevoked>().Any())
        {
            var trusted = step.After.Paired.ToImmutableSortedDictionary(p => p.Key, p => p.Value.Thumbprint, StringComparer.Ordinal);
            Must(
                trusted.SequenceEqual(expected.ToImmutableSortedDictionary(StringComparer.Ordinal)),
                "who is trusted has proved it or renewed it since the last revoke");
        }
    }

    private static void NoCertificateOutlivesAYear(Step step)
    {
        foreach (var end in step.Events.OfType<WorkstationPaired>().Select(e =>
            e.NotAfter).Concat(step.Events.OfType<CertificateRenewed>().Select(e => e.NotAfter)))
        {
            Must(end - step.Now <= TimeSpan.FromDays(365), "a certificate lives at most one year");
        }

        foreach (var renewed in step.Events.OfType<CertificateRenewed>())
        {
            Must(
                step.Before.Paired[renewed.Workstation].NotAfter - step.Now <= TimeSpan.FromDays(14),
                "a certificate is renewed within its last two weeks only");
        }
    }

    private static void NobodyIsTrustedAfterTheEnd(Step step)
    {
        foreach (var paired in step.After.Paired.Values)
        {
            var trusted = Trust.WhyNot(step.After, paired.Workstation, paired.Thumbprint, step.Now) is null;
            Must(trusted == step.Now < paired.NotAfter, "a certificate is trusted up to its end and not at its end");
        }
    }

    private static void PairingModeNeverSells(SiteWorkstation at) => Must(
        !at.State.Memory.PairingMode
            || at.State.Screen is not (WorkstationScreen.Sales or WorkstationScreen.Transaction or WorkstationScreen.Login),
        "a workstation in pairing mode never shows Sales");

    private static void ALinkNeedsACertificateInItsTime(Site site, SiteWorkstation at) => Must(
        !at.State.Link.IsUp || site.Now < at.State.Memory.TrustedUntil, "no link without a certificate in its time");

    private static void AnAlertShowsBetweenTransactions(SiteWorkstation at)
    {
        var before = at.State.Screen;
        if (at.State.Memory.Alert != PairingAlert.None && before is (WorkstationScreen.Transaction or WorkstationScreen.Login))
        {
            var button = before == WorkstationScreen.Login ? "Log in to Sales" : "Pay Cash";
            var timeless = at.State with
            {
                Memory = at.State.Memory with { TrustedUntil = null, RenewFrom = null },
                Link = new(),
                ScreenUntil = null,
            };
            Must(
                at.Logic.Press(timeless, button, default).Screen == WorkstationScreen.Alert,
                "an alert that stands shows at login and between transactions");
        }
    }

    private static void TheKeypadBelongsToASession(SiteWorkstation at) =>
        Must(at.State.Screen != WorkstationScreen.Keypad || at.State.Session is not null, "the keypad is shown for a session only");

    private static void Must(bool holds, string sentence)
    {
        if (!holds)
        {
            throw new BrokenInvariantException(sentence);
        }
    }
}

/// <summary>One command that a Commander decided, as the reference model saw it.</summary>
internal sealed record Step(
    CommanderState Before, ICommanderCommand Command, IReadOnlyList<ICommanderEvent> Events, CommanderState After, DateTimeOffset Now,
    bool KnowsOtp);

/// <summary>Something that must always hold did not.</summary>
internal sealed class BrokenInvariantException(string sentence) : Exception(sentence);

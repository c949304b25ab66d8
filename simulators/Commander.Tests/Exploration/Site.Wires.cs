using PairingLab.Commander.Core;
using PairingLab.Commander.Core.Commands;
using PairingLab.Commander.Core.Events;
using PairingLab.Commander.Devices.Workstation;
using PairingLab.Commander.Devices.Workstation.Commands;
using PairingLab.Commander.Devices.Workstation.Events;

namespace PairingLab.Commander.Tests.Exploration;

/// <content>What the events of a workstation set off on its wire.</content>
internal sealed partial class Site
{
    private void React(SiteWorkstation at, IWorkstationEvent happened)
    {
        switch (happened)
        {
            case SessionAsked e:
                Send(at, () => Begin(at, e.Attempt));
                break;
            case OtpSubmitted e:
                Send(at, () => Complete(at, e));
                break;
            case SessionGivenUp e:
                Send(at, () => Do(new CancelPairing(e.Session)));
                break;
            case AnswerGivenUp or Booted:
                at.Waiting = null;
                break;
            case ApplicationStarted:
                Send(at, () => Link(at));
                break;
            case SaleMade:
                Sell(at);
                break;
            case UpgradeStarted:
                Send(at, () => Do(at, new UpgradeEnded(ReadyToPair: true)));
                break;
            default:
                break;
        }
    }

    /// <summary>Over a cut cable a message waits; one is enough, since who sends another has given up the first.</summary>
    private static void Send(SiteWorkstation at, Action message)
    {
        if (at.CableCut)
        {
            at.Waiting = message;
        }
        else
        {
            message();
        }
    }

    private void Begin(SiteWorkstation at, int attempt)
    {
        var otp = $"{++counter % 10}A1C2d";
        var events = Do(new BeginPairing($"session {counter}", at.Id, IsVerifone: true, otp));
        Answer(at, events.OfType<PairingBegun>().FirstOrDefault() is { } begun
            ? new SessionGiven(attempt, begun.SessionId, begun.EnterUntil)
            : new SessionRefused(attempt, CodeOf(events)));
    }

    private void Complete(SiteWorkstation at, OtpSubmitted submitted)
    {
        var knows = Onlooker.Sessions.TryGetValue(submitted.Session, out var log) && log.Otp == submitted.Otp;
        var right = Commander.Session?.Id == submitted.Session && Commander.Session.Otp == submitted.Otp;
        var (thumbprint, notAfter) = ($"cert {++counter}", Now + Settings.CertificateLifetime);
        var events = Do(new CompletePairing(submitted.Session, right, thumbprint, notAfter), knows);
        if (events.OfType<WorkstationPaired>().Any() && !at.NextAnswerIsLost)
        {
            (at.Thumbprint, at.NotAfter) = (thumbprint, notAfter);
        }

        Answer(at, events.OfType<WorkstationPaired>().Any() ? new PairingDone(submitted.Attempt, notAfter) : new PairingRefused(submitted.Attempt));
    }

    private void Answer(SiteWorkstation at, IWorkstationCommand answer)
    {
        if (at.NextAnswerIsLost)
        {
            at.NextAnswerIsLost = false;
            Count("answer lost");
        }
        else
        {
            Do(at, answer);
        }
    }

    private void Link(SiteWorkstation at)
    {
        if (at.State.PairingMode || at.Thumbprint is not { } thumbprint || Now >= at.NotAfter || at.CableCut)
        {
            return;
        }

        if (Trust.WhyNot(Commander, at.Id, thumbprint, Now) is null)
        {
            at.LinkedWith = thumbprint;
            Do(at, new LinkOpened());
        }
        else
        {
            Do(at, new TrustRefused());
        }
    }

    private void Sell(SiteWorkstation at)
    {
        if (at.LinkedWith is not { } with || at.CableCut)
        {
            Do(at, new LinkLost());
            Do(at, new SaleAnswered(Taken: false));
            return;
        }

        var taken = Trust.WhyNot(Commander, at.Id, with, Now) is null;
        if (taken)
        {
            Count("sale taken");
            invariants.JudgeSale(this, at, with);
        }
        else
        {
            Do(at, new TrustRefused());
        }

        Do(at, new SaleAnswered(taken));
    }

    private void Renew(SiteWorkstation at)
    {
        if (at.LinkedWith is not { } with || at.CableCut)
        {
            return;
        }

        var (thumbprint, notAfter) = ($"cert {++counter}", Now + Settings.CertificateLifetime);
        if (Do(new RenewCertificate(at.Id, with, thumbprint, notAfter)).OfType<CertificateRenewed>().Any() && !at.NextAnswerIsLost)
        {
            (at.Thumbprint, at.NotAfter, at.LinkedWith) = (thumbprint, notAfter, thumbprint);
            Do(at, new CertificateIssued(notAfter));
        }

        at.NextAnswerIsLost = false;
    }
}

using PairingLab.Commander.Core;
using PairingLab.Commander.Devices.Workstation;

namespace PairingLab.Commander.Tests.Exploration;

/// <content>What goes over the wires: what a workstation asks, and what the Commander answers and says by itself.</content>
internal sealed partial class Site
{
    /// <summary>Sends what the state asks for, and forgets what it does not ask for any more. Over a cut cable it waits.</summary>
    private void Send(SiteWorkstation at)
    {
        var wanted = at.Logic.Wants(at.State).ToHashSet();
        foreach (var gone in at.Asked.Keys.Where(a => !wanted.Contains(a)).ToList())
        {
            at.Asked.Remove(gone);
        }

        foreach (var request in wanted.Where(r => !at.Asked.ContainsKey(r)))
        {
            at.Asked[request] = new() { GivesUpAt = Now + at.Logic.Patience(request) };
        }

        while (!at.CableCut && at.Asked.FirstOrDefault(a => !a.Value.IsSent) is { Key: { } request, Value: { } asked })
        {
            asked.IsSent = true;
            Serve(at, request);
        }
    }

    private void Serve(SiteWorkstation at, WorkstationRequest request)
    {
        switch (request)
        {
            case WorkstationRequest.Begin:
                Answer(at, request, Begin(at));
                break;
            case WorkstationRequest.Complete r:
                Answer(at, request, Complete(r));
                break;
            case WorkstationRequest.Cancel r:
                Do(new CancelPairing(r.Session));
                Answer(at, request, new WorkstationReply.Done());
                break;
            case WorkstationRequest.LookAtSoftware:
                Answer(at, request, new WorkstationReply.SoftwareIs(Commander.Base));
                break;
            case WorkstationRequest.FetchTrust:
                Answer(at, request, new WorkstationReply.Done());
                break;
            case WorkstationRequest.Link r when Trust.WhyNot(Commander, at.Id, r.Credentials, Now) is null:
                at.Asked[r].GivesUpAt = null;
                Tell(at, r, new WorkstationReply.LinkUp());
                break;
            case WorkstationRequest.Link:
                End(at, request, new WorkstationReply.TrustRefused());
                break;
            case WorkstationRequest.ServeHelpdesk:
                break;
            default:
                ServeOverLink(at, request);
                break;
        }
    }

    private void ServeOverLink(SiteWorkstation at, WorkstationRequest request)
    {
        if (at.Link is not { Credentials: { } with } link)
        {
            Answer(at, request, new WorkstationReply.NoAnswer());
        }
        else if (Trust.WhyNot(Commander, at.Id, with, Now) is not null)
        {
            Tell(at, link, new WorkstationReply.TrustRefused());
            End(at, request, new WorkstationReply.NoAnswer());
        }
        else if (request is WorkstationRequest.Sell)
        {
            Count("sale taken");
            invariants.JudgeSale(this, at, with);
            Answer(at, request, new WorkstationReply.Done());
        }
        else if (request is WorkstationRequest.Renew)
        {
            var (thumbprint, notAfter) = ($"cert {++counter}", Now + Settings.CertificateLifetime);
            var events = Do(new RenewCertificate(at.Id, with, thumbprint, notAfter));
            Answer(at, request, events.OfType<CertificateRenewed>().Any()
                ? new WorkstationReply.CertificateGiven(thumbprint, notAfter)
                : new WorkstationReply.Refused(CodeOf(events)));
        }
        else
        {
            Answer(at, request, new WorkstationReply.Done());
        }
    }

    private WorkstationReply Begin(SiteWorkstation at)
    {
        var otp = $"{++counter % 10}A1C2d";
        var events = Do(new BeginPairing($"session {counter}", at.Id, IsVerifone: true, otp));
        return events.OfType<PairingBegun>().FirstOrDefault() is { } begun
            ? new WorkstationReply.SessionGiven(begun.SessionId, begun.EnterUntil)
            : new WorkstationReply.Refused(CodeOf(events));
    }

    private WorkstationReply Complete(WorkstationRequest.Complete request)
    {
        var knows = ReferenceModel.Sessions.TryGetValue(request.Session, out var log) && log.Otp == request.Otp;
        var right = Commander.Session?.Id == request.Session && Commander.Session.Otp == request.Otp;
        var (thumbprint, notAfter) = ($"cert {++counter}", Now + Settings.CertificateLifetime);
        var events = Do(new CompletePairing(request.Session, right, thumbprint, notAfter), knows);
        return events.OfType<WorkstationPaired>().Any()
            ? new WorkstationReply.CertificateGiven(thumbprint, notAfter)
            : new WorkstationReply.Refused(CodeOf(events));
    }

    /// <summary>An answer, which may get lost on its way: then the workstation waits as long as its patience lasts.</summary>
    private void Answer(SiteWorkstation at, WorkstationRequest request, WorkstationReply reply)
    {
        if (at.NextAnswerIsLost)
        {
            at.NextAnswerIsLost = false;
            Count("answer lost");
        }
        else
        {
            End(at, request, reply);
        }
    }

    /// <summary>The request is over.</summary>
    private void End(SiteWorkstation at, WorkstationRequest request, WorkstationReply reply)
    {
        if (at.Asked.Remove(request))
        {
            Do(at, s => at.Logic.Receive(s, request, reply, Now));
        }
    }

    /// <summary>Something heard over a link that stays.</summary>
    private void Tell(SiteWorkstation at, WorkstationRequest.Link link, WorkstationReply heard)
    {
        if (at.Asked.ContainsKey(link))
        {
            Do(at, s => at.Logic.Receive(s, link, heard, Now));
        }
    }

    /// <summary>What a Commander says by itself over its links.</summary>
    private void Tell(IReadOnlyList<ICommanderEvent> events)
    {
        foreach (var at in Workstations.Where(w => !w.CableCut))
        {
            if (at.Link is { } link && events.Any(e => e is AllTrustRevoked || (e is CertificateExpired x && x.Workstation == at.Id)))
            {
                Tell(at, link, new WorkstationReply.TrustRefused());
            }
            else if (at.Link is { } up && events.OfType<AutoUpgraded>().FirstOrDefault() is { } upgrade)
            {
                Tell(at, up, new WorkstationReply.SoftwareIs(upgrade.Base));
            }
        }
    }
}

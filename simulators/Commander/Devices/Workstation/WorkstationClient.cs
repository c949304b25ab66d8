using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Security.Authentication;
using PairingLab.Commander.Api;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Simulation;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>What a workstation asks of others. Over: the number of the link over which it is asked.</summary>
public abstract record WorkstationRequest
{
    /// <summary>[Pair POS]: a pairing session.</summary>
    public sealed record Begin : WorkstationRequest;

    /// <summary>[OK] on the keypad: a certificate.</summary>
    public sealed record Complete(string Session, string Otp) : WorkstationRequest;

    /// <summary>The Commander is told that a session is cancelled, so that others need not wait.</summary>
    public sealed record Cancel(string Session) : WorkstationRequest;

    /// <summary>The trusted link; answered as long as it is up.</summary>
    public sealed record Link(int Number, string Credentials) : WorkstationRequest;

    /// <summary>Still here.</summary>
    public sealed record Heartbeat(int Over) : WorkstationRequest;

    /// <summary>A sale.</summary>
    public sealed record Sell(int Over, int Sale) : WorkstationRequest;

    /// <summary>A Site Security OTP.</summary>
    public sealed record GenerateOtp(int Over) : WorkstationRequest;

    /// <summary>A new certificate.</summary>
    public sealed record Renew(int Over, string Credentials) : WorkstationRequest;

    /// <summary>What software the Commander runs.</summary>
    public sealed record LookAtSoftware : WorkstationRequest;

    /// <summary>Auto Upgrade ends with fetching what the workstation must know to be paired.</summary>
    public sealed record FetchTrust : WorkstationRequest;

    /// <summary>Tells what the Helpdesk types in remote sessions.</summary>
    public sealed record ServeHelpdesk : WorkstationRequest;

    /// <summary>A line for the Helpdesk; null when access is denied.</summary>
    public sealed record AnswerHelpdesk(int Line, string? Greeting) : WorkstationRequest;
}

/// <summary>What comes back to a workstation.</summary>
public abstract record WorkstationReply
{
    /// <summary>It was done.</summary>
    public sealed record Done : WorkstationReply;

    /// <summary>Nobody answers, or the link is down.</summary>
    public sealed record NoAnswer : WorkstationReply;

    /// <summary>The Commander refuses, or can't prove that it knows the OTP (code "").</summary>
    public sealed record Refused(string Code) : WorkstationReply;

    /// <summary>A pairing session.</summary>
    public sealed record SessionGiven(string Session, DateTimeOffset EnterUntil) : WorkstationReply;

    /// <summary>A certificate.</summary>
    /// <param name="Credentials">The certificate with its key, and the authority, in PEM.</param>
    /// <param name="TrustedUntil">When it expires.</param>
    public sealed record CertificateGiven(string Credentials, DateTimeOffset TrustedUntil) : WorkstationReply;

    /// <summary>The link is up.</summary>
    public sealed record LinkUp : WorkstationReply;

    /// <summary>The Commander does not trust this workstation, or it is a different Commander.</summary>
    public sealed record TrustRefused : WorkstationReply;

    /// <summary>The Commander's software.</summary>
    public sealed record SoftwareIs(string Base) : WorkstationReply;

    /// <summary>A Site Security OTP.</summary>
    public sealed record OtpGiven(string Otp) : WorkstationReply;

    /// <summary>The Helpdesk waits for a line.</summary>
    public sealed record HelpdeskAsks(int Line) : WorkstationReply;
}

/// <summary>
/// A workstation's requests, as docs/protocols/commander.md has them. It holds the connections: pairing, link, remote sessions.
/// </summary>
/// <param name="info">The workstation.</param>
/// <param name="parts">Its cable and its clock.</param>
/// <param name="http">For what needs no trust.</param>
/// <param name="commander">The address of the Commander at the other end of the cable; null when it is not plugged in.</param>
internal sealed class WorkstationClient(DeviceInfo info, SiteParts parts, DeviceHttp http, Func<string?> commander)
    : IDeviceClient<WorkstationRequest, WorkstationReply>
{
    private static readonly WorkstationReply NoAnswer = new WorkstationReply.NoAnswer();

    private readonly Cable cable = parts.Cables.Lay(info.Id);
    private readonly RemoteSession helpdesk = new(parts.Listening);
    private readonly ConcurrentDictionary<int, WorkstationLink> links = new();
    private PairingClient? pairing;

    public string? Remote => helpdesk.Address;

    public Task<WorkstationReply> SendAsync(WorkstationRequest request, Flight<WorkstationReply> flight) => request switch
    {
        WorkstationRequest.Begin => BeginAsync(flight),
        WorkstationRequest.Complete r => pairing!.CompleteAsync(r.Session, r.Otp, flight.CalledBack),
        WorkstationRequest.Cancel r => AskAsync(HttpMethod.Delete, $"pairing/sessions/{r.Session}", null, flight.CalledBack),
        WorkstationRequest.Link r => LinkAsync(r, flight),
        WorkstationRequest.Heartbeat r => AskOverAsync(r.Over, new("heartbeat"), flight.CalledBack),
        WorkstationRequest.Sell r => AskOverAsync(r.Over, new("sale", Amount: 2.50m), flight.CalledBack),
        WorkstationRequest.GenerateOtp r => AskOverAsync(r.Over, new("generate-otp"), flight.CalledBack),
        WorkstationRequest.Renew r => OverAsync(r.Over, link => RenewAsync(link, r.Credentials, flight.CalledBack)),
        WorkstationRequest.LookAtSoftware => AskAsync(
            HttpMethod.Get, "software", r => new WorkstationReply.SoftwareIs(r.Read<SoftwareResponse>().Base), flight.CalledBack),
        WorkstationRequest.FetchTrust => AskAsync(HttpMethod.Get, "trust", null, flight.CalledBack),
        WorkstationRequest.ServeHelpdesk => ServeHelpdeskAsync(flight),
        WorkstationRequest.AnswerHelpdesk r => AnswerHelpdeskAsync(r),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request, "a request without a wire"),
    };

    public ValueTask DisposeAsync()
    {
        helpdesk.Dispose();
        links.Values.ToList().ForEach(l => l.Dispose());
        pairing?.Dispose();
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Without a Commander nobody answers, as with a cut cable: patience decides.</summary>
    private async Task<WorkstationReply> BeginAsync(Flight<WorkstationReply> flight)
    {
        if (commander() is { } address)
        {
            pairing?.Dispose();
            pairing = new(address, info, cable, parts.Tap);
            return await pairing.BeginAsync(flight.CalledBack);
        }

        flight.LetTimePass();
        var calledBack = new TaskCompletionSource();
        await using var registered = flight.CalledBack.Register(calledBack.SetResult);
        await calledBack.Task;
        return NoAnswer;
    }

    private async Task<WorkstationReply> AskAsync(
        HttpMethod method, string path, Func<DeviceReply, WorkstationReply>? read, CancellationToken cancel)
    {
        var reply = commander() is { } address ? await http.SendAsync(method, $"{address}/{path}", null, null, cancel) : new(0, "");
        return !reply.Ok ? NoAnswer : read is null ? new WorkstationReply.Done() : read(reply);
    }

    private async Task<WorkstationReply> LinkAsync(WorkstationRequest.Link request, Flight<WorkstationReply> flight)
    {
        if (commander() is not { } address)
        {
            return NoAnswer;
        }

        try
        {
            var ours = WorkstationCredentials.FromText(request.Credentials);
            using var link = await WorkstationLink.OpenAsync(address, ours, cable, parts.Tap, parts.Clock, flight.CalledBack);
            links[request.Number] = link;
            await using var calledBack = flight.CalledBack.Register(link.Dispose);
            flight.Tell(new WorkstationReply.LinkUp());
            flight.Establish();
            await link.ListenAsync(message => flight.Tell(Read(message)));
            return NoAnswer;
        }
        catch (AuthenticationException)
        {
            return new WorkstationReply.TrustRefused();
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or OperationCanceledException)
        {
            return NoAnswer;
        }
        finally
        {
            links.TryRemove(request.Number, out _);
        }
    }

    private Task<WorkstationReply> AskOverAsync(int number, LinkMessage question, CancellationToken cancel) =>
        OverAsync(number, async link => Read(await link.AskAsync(question, cancel)));

    /// <summary>No answer means that the link is gone.</summary>
    private async Task<WorkstationReply> OverAsync(int number, Func<WorkstationLink, Task<WorkstationReply>> ask)
    {
        try
        {
            return links.TryGetValue(number, out var link) ? await ask(link) : NoAnswer;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return NoAnswer;
        }
    }

    private async Task<WorkstationReply> RenewAsync(WorkstationLink link, string credentials, CancellationToken cancel) =>
        await link.RenewAsync(info.Id, WorkstationCredentials.FromText(credentials), cancel) is { } renewed
            ? new WorkstationReply.CertificateGiven(renewed.ToText(), renewed.TrustedUntil)
            : new WorkstationReply.Refused("");

    private static WorkstationReply Read(LinkMessage message) => message switch
    {
        { Type: "broken" } => new WorkstationReply.TrustRefused(),
        { Type: "upgrade", Base: { } newer } => new WorkstationReply.SoftwareIs(newer),
        { Otp: { } otp } => new WorkstationReply.OtpGiven(otp),
        { Type: "ok" } => new WorkstationReply.Done(),
        _ => new WorkstationReply.Refused(message.Code ?? ""),
    };

    private async Task<WorkstationReply> ServeHelpdeskAsync(Flight<WorkstationReply> flight)
    {
        flight.Establish();
        await helpdesk.ServeAsync(line => flight.Tell(new WorkstationReply.HelpdeskAsks(line)));
        return NoAnswer;
    }

    private Task<WorkstationReply> AnswerHelpdeskAsync(WorkstationRequest.AnswerHelpdesk answer)
    {
        helpdesk.Answer(answer.Line, answer.Greeting);
        return Task.FromResult<WorkstationReply>(new WorkstationReply.Done());
    }
}

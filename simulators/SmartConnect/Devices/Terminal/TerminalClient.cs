using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Simulation;
using PairingLab.SmartConnect.Api;
using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Devices.Terminal;

/// <summary>What a payment device asks of SmartConnect.</summary>
/// <param name="InternalId">The internal id that it asks with.</param>
/// <param name="Session">What it proves itself with; null when it signs on.</param>
public abstract record TerminalRequest(string InternalId, string? Session)
{
    /// <summary>It was switched on.</summary>
    public sealed record SignOn(string InternalId, string Serial, Plays Plays = Plays.Person)
        : TerminalRequest(InternalId, Session: null);

    /// <summary>How a payment ended.</summary>
    public sealed record TellOutcome(string InternalId, string? Session, TerminalOutcome Outcome) : TerminalRequest(InternalId, Session);

    /// <summary>[Unpair] or [Unpair all]; null for all of them.</summary>
    public sealed record Unpair(string InternalId, string? Session, string? Register) : TerminalRequest(InternalId, Session);

    /// <summary>Pairing is closed.</summary>
    public sealed record HideCode(string InternalId, string? Session) : TerminalRequest(InternalId, Session);

    /// <summary>Another code to show.</summary>
    public sealed record ShowCode(string InternalId, string? Session) : TerminalRequest(InternalId, Session);

    /// <summary>The next payment.</summary>
    public sealed record TakePayment(string InternalId, string? Session) : TerminalRequest(InternalId, Session);

    /// <summary>What is new since that version; null for all.</summary>
    public sealed record Look(string InternalId, string? Session, long? After) : TerminalRequest(InternalId, Session);
}

/// <summary>What came back to a payment device.</summary>
/// <param name="Done">Whether SmartConnect did what was asked.</param>
/// <param name="Refusal">The code with which it refused; null when it did not, or did not answer.</param>
public sealed record TerminalReply(bool Done, string? Refusal = null)
{
    /// <summary>After signing on: the session.</summary>
    public string? Session { get; init; }

    /// <summary>After a look: what SmartConnect knows; null when nothing is new.</summary>
    public DeviceResponse? News { get; init; }

    /// <summary>The code that was asked for.</summary>
    public PairingCodeResponse? Code { get; init; }

    /// <summary>The payment that was asked for; null when there is none.</summary>
    public DevicePaymentResponse? Payment { get; init; }
}

/// <summary>A payment device's requests, put into HTTP as docs/protocols/smartconnect.md has them.</summary>
internal sealed class TerminalClient(DeviceHttp http, Func<string?> server) : IDeviceClient<TerminalRequest, TerminalReply>
{
    private const int NoContent = 204;
    private const int NotModified = 304;

    public async Task<TerminalReply> SendAsync(TerminalRequest request, Flight<TerminalReply> flight)
    {
        var (method, path, body) = OnTheWire(request);
        var reply = server() is { } address
            ? await http.SendAsync(
                method, $"{address}/Device/{Uri.EscapeDataString(request.InternalId)}{path}", body, request.Session, flight.CalledBack)
            : new(0, "");
        try
        {
            return reply switch
            {
                { Status: NoContent or NotModified } => new(Done: true),
                { Ok: true } => Read(request, reply),
                _ => new(Done: false, reply.Error?.Code),
            };
        }
        catch (JsonException)
        {
            // The answer did not come from SmartConnect.
            return new(Done: false);
        }
    }

    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return ValueTask.CompletedTask;
    }

    private static TerminalReply Read(TerminalRequest request, DeviceReply reply) => request switch
    {
        TerminalRequest.SignOn => new(Done: true) { Session = reply.Read<SignOnResponse>().Session },
        TerminalRequest.ShowCode => new(Done: true) { Code = reply.Read<PairingCodeResponse>() },
        TerminalRequest.TakePayment => new(Done: true) { Payment = reply.Read<DevicePaymentResponse>() },
        TerminalRequest.Look => new(Done: true) { News = reply.Read<DeviceResponse>() },
        _ => new(Done: true),
    };

    private static (HttpMethod Method, string Path, object? Body) OnTheWire(TerminalRequest request) => request switch
    {
        TerminalRequest.SignOn r => (HttpMethod.Post, "/SignOn", new SignOnRequest(r.Serial, PlayedEnd.NameOf(r.Plays))),
        TerminalRequest.TellOutcome { Outcome: var o } => (
            HttpMethod.Post,
            $"/Payments/{o.Payment}/Outcome",
            new OutcomeRequest(o.Outcome.ToString().ToLowerInvariant(), o.Card, o.Report)),
        TerminalRequest.Unpair { Register: { } id } => (HttpMethod.Delete, $"/Registers?register={Uri.EscapeDataString(id)}", null),
        TerminalRequest.Unpair => (HttpMethod.Delete, "/Registers?all=true", null),
        TerminalRequest.HideCode => (HttpMethod.Delete, "/PairingCode", null),
        TerminalRequest.ShowCode => (HttpMethod.Post, "/PairingCode", null),
        TerminalRequest.TakePayment => (HttpMethod.Post, "/Payments/Next", null),
        TerminalRequest.Look { After: { } version } => (HttpMethod.Get, FormattableString.Invariant($"?after={version}"), null),
        TerminalRequest.Look => (HttpMethod.Get, "", null),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request, "a request without a wire"),
    };
}

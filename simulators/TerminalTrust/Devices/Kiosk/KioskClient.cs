using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Simulation;
using PairingLab.Kernel.Web;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;
using PairingLab.TerminalTrust.Service;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>What a terminal asks of others. Identity: its certificate with the key, in PEM.</summary>
public abstract record KioskRequest
{
    /// <summary>A key and a certificate for it.</summary>
    public sealed record MakeKey(string Serial) : KioskRequest;

    /// <summary>Hello at gate.</summary>
    public sealed record Hello(string Gate, string Serial, string Firmware, string Identity) : KioskRequest;

    /// <summary>The mode, of the pinned master and no other.</summary>
    public sealed record Status(string Master, string Pin, VpnConfiguration? Vpn, string Identity) : KioskRequest;

    /// <summary>The next piece of a firmware package, from gate.</summary>
    public sealed record Fetch(string Package, int From, string Identity) : KioskRequest;
}

/// <summary>What came back to a terminal.</summary>
public abstract record KioskReply;

/// <summary>The key that was made.</summary>
/// <param name="Identity">The certificate with the key, in PEM.</param>
public sealed record KeyReply(string Identity) : KioskReply;

/// <summary>Gate's reply to a terminal.</summary>
/// <param name="Answer">The answer; null when there was none, or it was unreadable.</param>
/// <param name="Why">Why there was no answer.</param>
public sealed record GateReply(HelloResponse? Answer, FailureReason Why = FailureReason.None) : KioskReply;

/// <summary>Master's reply to a terminal.</summary>
/// <param name="Serves">Whether it serves the terminal.</param>
/// <param name="Reason">Why it rejects the terminal; null when it does not.</param>
/// <param name="Why">Why there was no answer.</param>
/// <param name="IsAnother">Whether its certificate is not the pinned one.</param>
public sealed record MasterReply(
    bool Serves, RejectionReason? Reason = null, FailureReason Why = FailureReason.None, bool IsAnother = false) : KioskReply;

/// <summary>A piece of a firmware package.</summary>
/// <param name="Piece">The bytes; empty when none came.</param>
/// <param name="Total">Bytes of the package.</param>
/// <param name="Why">Why no piece came.</param>
public sealed record PieceReply(byte[] Piece, int Total, FailureReason Why) : KioskReply;

/// <summary>A terminal's requests, put into HTTP as docs/protocols/terminal-trust.md has them, each with its client certificate.</summary>
internal sealed class KioskClient(Cable cable, WireTap tap, TimeProvider clock) : IDeviceClient<KioskRequest, KioskReply>
{
    /// <summary>The number of pieces of a package. Lab's choice.</summary>
    private const int Pieces = 8;

    private readonly Lock gate = new();
    private (string Identity, SslStreamCertificateContext Certificate)? identity;
    private (string Identity, DeviceHttp Http)? toGate;
    private (KioskRequest.Status For, MasterConnection To)? toMaster;

    public bool AnswersItself(KioskRequest request) => request is KioskRequest.MakeKey;

    public async Task<KioskReply> SendAsync(KioskRequest request, Flight<KioskReply> flight) => request switch
    {
        KioskRequest.MakeKey r => MakeKey(r.Serial),
        KioskRequest.Hello r => await HelloAsync(r, flight.CalledBack),
        KioskRequest.Status r => await StatusAsync(r, flight.CalledBack),
        KioskRequest.Fetch r => await FetchAsync(r, flight.CalledBack),
        _ => throw new ArgumentOutOfRangeException(nameof(request), request, "a request without a wire"),
    };

    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            toGate?.Http.Dispose();
            toMaster?.To.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private KeyReply MakeKey(string serial)
    {
        using var made = SelfSignedCertificate.Create(serial, clock.GetUtcNow());
        return new(SelfSignedCertificate.ToPem(made));
    }

    private async Task<KioskReply> HelloAsync(KioskRequest.Hello r, CancellationToken cancel)
    {
        var reply = await ToGate(r.Identity)
            .SendAsync(HttpMethod.Post, $"{r.Gate}/terminal/hello", new HelloRequest(r.Serial, r.Firmware), null, cancel);
        return new GateReply(reply.Ok ? Read<HelloResponse>(reply) : null, reply.Why);
    }

    private async Task<MasterReply> StatusAsync(KioskRequest.Status r, CancellationToken cancel)
    {
        var master = ToMaster(r);
        master.ShowedAnother = false;
        var reply = await master.Http.SendAsync(HttpMethod.Get, $"{r.Master}/terminal/status", null, null, cancel);
        return reply.Ok ? new MasterReply(Serves: Read<StatusResponse>(reply) is { Mode: 0 })
            : reply.Status == (int)HttpStatusCode.Forbidden && Read<ReasonResponse>(reply) is { } rejection
                ? new(Serves: false, (RejectionReason)rejection.Reason)
            : new(Serves: false, Why: reply.Why, IsAnother: master.ShowedAnother);
    }

    private async Task<KioskReply> FetchAsync(KioskRequest.Fetch r, CancellationToken cancel)
    {
        var (reply, piece, total) = await ToGate(r.Identity).FetchAsync(r.Package, r.From, FirmwarePackage.Length / Pieces, cancel);
        return new PieceReply(piece, (int)total, reply.Why);
    }

    /// <summary>
    /// The terminal accepts any certificate of gate: a man in the middle has another client certificate, and the operator compares its
    /// fingerprint.
    /// </summary>
    private DeviceHttp ToGate(string pem)
    {
        lock (gate)
        {
            if (toGate?.Identity != pem)
            {
                toGate?.Http.Dispose();
                toGate = (pem, new DeviceHttp(cable, tap, Tls(CertificateOf(pem), _ => true)));
            }

            return toGate!.Value.Http;
        }
    }

    private MasterConnection ToMaster(KioskRequest.Status r)
    {
        lock (gate)
        {
            if (toMaster?.For != r)
            {
                toMaster?.To.Dispose();
                var certificate = CertificateOf(r.Identity);
                toMaster = (r, new MasterConnection(r, trusts => new DeviceHttp(cable, tap, Tls(certificate, trusts), Tunnel(r.Vpn))));
            }

            return toMaster!.Value.To;
        }
    }

    /// <summary>Read once: the handshakes of a thousand terminals should not parse a thousand keys again.</summary>
    private SslStreamCertificateContext CertificateOf(string pem)
    {
        if (identity?.Identity != pem)
        {
            identity = (pem, SslStreamCertificateContext.Create(SelfSignedCertificate.FromPem(pem), null, offline: true));
        }

        return identity!.Value.Certificate;
    }

    private static WebProxy? Tunnel(VpnConfiguration? vpn) =>
        vpn is null ? null : new(vpn.Server) { Credentials = new NetworkCredential(vpn.User, vpn.Key) };

    private static SslClientAuthenticationOptions Tls(SslStreamCertificateContext certificate, Func<X509Certificate?, bool> trusts) => new()
    {
        ClientCertificateContext = certificate,
        RemoteCertificateValidationCallback = (_, shown, _, _) => trusts(shown),
    };

    private static T? Read<T>(DeviceReply reply)
        where T : class
    {
        try
        {
            return reply.Read<T>();
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The way to a master; it accepts the pinned certificate only.</summary>
    private sealed class MasterConnection : IDisposable
    {
        private readonly string pin;
        private volatile bool showedAnother;

        public MasterConnection(KioskRequest.Status to, Func<Func<X509Certificate?, bool>, DeviceHttp> connect)
        {
            pin = to.Pin;
            Http = connect(IsPinned);
        }

        public DeviceHttp Http { get; }

        /// <summary>Whether a handshake was refused since the certificate was not the pinned one.</summary>
        public bool ShowedAnother
        {
            get => showedAnother;
            set => showedAnother = value;
        }

        public void Dispose() => Http.Dispose();

        private bool IsPinned(X509Certificate? shown)
        {
            var isPinned = shown is not null && Fingerprint.Of(shown.GetRawCertData()) == pin;
            showedAnother = !isPinned;
            return isPinned;
        }
    }
}

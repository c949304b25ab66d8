using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;
using PairingLab.TerminalTrust.Api;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>A terminal's questions, put into HTTP: its certificate goes along with every one.</summary>
internal sealed class KioskNetwork : IDisposable
{
    private readonly Cable cable;
    private readonly WireTap tap;
    private readonly SslStreamCertificateContext identity;
    private readonly DeviceHttp gate;
    private (string Pin, VpnConfiguration? Vpn) way;
    private DeviceHttp? master;
    private volatile bool sawAnother;

    public KioskNetwork(X509Certificate2 certificate, Cable cable, WireTap tap)
    {
        this.cable = cable;
        this.tap = tap;
        identity = SslStreamCertificateContext.Create(certificate, null, offline: true);

        // Gate needs no trust of the terminal's: who sits in between has another certificate, and the operator sees its fingerprint.
        gate = new(cable, tap, Tls(_ => true));
    }

    /// <summary>Says hello at gate.</summary>
    public async Task<GateHeard> HelloAsync(string address, string serial, string firmware, CancellationToken cancel)
    {
        var reply = await gate.SendAsync(HttpMethod.Post, $"{address}/terminal/hello", new HelloRequest(serial, firmware), null, cancel).ConfigureAwait(false);
        return new(reply.Ok ? Read<HelloResponse>(reply) : null, reply.Why);
    }

    /// <summary>Fetches a piece of a package from gate.</summary>
    public Task<(DeviceReply Reply, byte[] Piece, long Total)> FetchAsync(string package, int from, int count, CancellationToken cancel) =>
        gate.FetchAsync(package, from, count, cancel);

    /// <summary>Asks master for the mode; only the pinned one is spoken to.</summary>
    public async Task<MasterHeard> StatusAsync(string address, string pin, VpnConfiguration? vpn, CancellationToken cancel)
    {
        if (master is null || way != (pin, vpn))
        {
            master?.Dispose();
            way = (pin, vpn);
            var tunnel = vpn is null ? null : new WebProxy(vpn.Server) { Credentials = new NetworkCredential(vpn.User, vpn.Key) };
            master = new(cable, tap, Tls(shown => IsPinned(shown, pin)), tunnel);
        }

        sawAnother = false;
        var reply = await master.SendAsync(HttpMethod.Get, $"{address}/terminal/status", null, null, cancel).ConfigureAwait(false);
        return reply.Ok ? new(Serves: Read<StatusResponse>(reply) is { Mode: 0 })
            : reply.Status == (int)HttpStatusCode.Forbidden && Read<ReasonResponse>(reply) is { } no ? new(Serves: false, (RejectionReason)no.Reason)
            : new(Serves: false, Why: reply.Why, IsAnother: sawAnother);
    }

    public void Dispose()
    {
        gate.Dispose();
        master?.Dispose();
    }

    private bool IsPinned(X509Certificate? shown, string pin)
    {
        var isPinned = shown is not null && Fingerprint.Of(shown.GetRawCertData()) == pin;
        sawAnother = !isPinned;
        return isPinned;
    }

    private SslClientAuthenticationOptions Tls(Func<X509Certificate?, bool> trusts) => new()
    {
        ClientCertificateContext = identity,
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
}

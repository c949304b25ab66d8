using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PairingLab.Commander.Api;
using PairingLab.Commander.Service;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Panels;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>
/// The workstation's side of a pairing, over one TLS connection. Before it is paired it can't know which Commander
/// answers; what proves it is that both ends know the OTP under the same server certificate.
/// </summary>
internal sealed class PairingClient : IDisposable
{
    private readonly string address;
    private readonly DeviceInfo info;
    private readonly DeviceHttp http;
    private byte[] fingerprint = [];
    private bool isExchanging;

    public PairingClient(string address, DeviceInfo info, Cable cable, WireTap tap)
    {
        (this.address, this.info) = (address, info);
        http = new(cable, tap, new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = NoteServer });
    }

    /// <summary>[Pair POS]: asks for the pairing session.</summary>
    public async Task<WorkstationReply> BeginAsync(CancellationToken cancel)
    {
        var reply = await http.SendAsync(
            HttpMethod.Post, $"{address}/pairing/sessions", new BeginPairingRequest(info.Id, "Verifone", info.Model), null, cancel);
        if (reply.Ok)
        {
            var given = reply.Read<BeginPairingResponse>();
            return new WorkstationReply.SessionGiven(given.Session, given.EnterUntil);
        }

        // Software without pairing has no such path.
        return reply.Error is { } error && error.Code != "not_found"
            ? new WorkstationReply.Refused(error.Code)
            : new WorkstationReply.NoAnswer();
    }

    /// <summary>[OK] on the keypad: proves the OTP and checks that the Commander knows it too.</summary>
    public async Task<WorkstationReply> CompleteAsync(string session, string otp, CancellationToken cancel)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={info.Id}", key, HashAlgorithmName.SHA256).CreateSigningRequest();
        var met = fingerprint;
        var exchange = PairingExchange.AtWorkstation(session, otp, info.Id, met);
        var shares = await http.SendAsync(
            HttpMethod.Post,
            $"{address}/pairing/sessions/{session}/share",
            new PairingShare(Convert.ToBase64String(exchange.Share)),
            null,
            cancel);
        isExchanging = true;
        if (!shares.Answered)
        {
            return new WorkstationReply.NoAnswer();
        }

        // A Commander that was switched off in between has another certificate, and no session; somebody else must not get the proof.
        if (!shares.Ok || !met.AsSpan().SequenceEqual(fingerprint) || TryConfirm(exchange, shares, request) is not { } confirmations)
        {
            return new WorkstationReply.Refused(shares.Error?.Code ?? "");
        }

        var reply = await http.SendAsync(
            HttpMethod.Post,
            $"{address}/pairing/sessions/{session}/complete",
            new CompletePairingRequest(Convert.ToBase64String(request), Convert.ToBase64String(confirmations.OfA)),
            null,
            cancel);
        if (!reply.Answered)
        {
            return new WorkstationReply.NoAnswer();
        }

        if (!reply.Ok || reply.Read<CompletePairingResponse>() is not { } answer || !IsRight(answer.Proof, confirmations))
        {
            return new WorkstationReply.Refused(reply.Error?.Code ?? "");
        }

        var credentials = WorkstationCredentials.From(
            Convert.FromBase64String(answer.Certificate), key,
            X509CertificateLoader.LoadCertificate(Convert.FromBase64String(answer.Authority)));
        return new WorkstationReply.CertificateGiven(credentials.ToText(), credentials.TrustedUntil);
    }

    public void Dispose() => http.Dispose();

    /// <summary>Null when what came is no share.</summary>
    private static Spake2Confirmations? TryConfirm(PairingExchange exchange, DeviceReply shares, byte[] request)
    {
        try
        {
            return exchange.Confirm(Convert.FromBase64String(shares.Read<PairingShare>().Share ?? ""), request);
        }
        catch (Exception e) when (e is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    private static bool IsRight(string? proof, Spake2Confirmations confirmations)
    {
        var bytes = new byte[confirmations.OfB.Length];
        return Convert.TryFromBase64String(proof ?? "", bytes, out var length)
            && PairingExchange.IsRight(confirmations.OfB, bytes[..length]);
    }

    /// <summary>Once shares are exchanged, nobody may take over: what is proved holds for this certificate only.</summary>
    private bool NoteServer(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var shown = SHA256.HashData(certificate!.GetRawCertData());
        if (isExchanging)
        {
            return shown.AsSpan().SequenceEqual(fingerprint);
        }

        fingerprint = shown;
        return true;
    }
}

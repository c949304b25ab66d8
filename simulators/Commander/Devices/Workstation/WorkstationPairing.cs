using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PairingLab.Commander.Api;
using PairingLab.Commander.Controller;
using PairingLab.Commander.Devices.Workstation.Commands;
using PairingLab.Kernel.Cables;
using PairingLab.Kernel.Network;
using PairingLab.Kernel.Web;

namespace PairingLab.Commander.Devices.Workstation;

/// <summary>
/// The workstation's side of a pairing, over one TLS connection. Before it is paired it can't know whom it talks to; that
/// both ends know the OTP under the same server certificate is what proves it.
/// </summary>
internal sealed class WorkstationPairing : IDisposable
{
    private readonly DeviceHttp http;
    private readonly string address;
    private readonly string workstation;
    private readonly string model;
    private byte[] fingerprint = [];

    public WorkstationPairing(string address, string workstation, string model, Cable cable, WireTap tap)
    {
        this.address = address;
        this.workstation = workstation;
        this.model = model;
        http = new(cable, tap, new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = NoteServer });
    }

    /// <summary>[Pair POS]: asks for the pairing session.</summary>
    public async Task<IWorkstationCommand> BeginAsync(int attempt, CancellationToken cancel)
    {
        var reply = await http.SendAsync(
            HttpMethod.Post, $"{address}/pairing/sessions", new BeginPairingRequest(workstation, "Verifone", model), null, cancel).ConfigureAwait(false);
        if (reply.Ok)
        {
            var given = reply.Read<BeginPairingResponse>();
            return new SessionGiven(attempt, given.Session, given.EnterUntil);
        }

        return reply.Error is { } error && error.Code != "not_found" ? new SessionRefused(attempt, error.Code) : new NoAnswer(attempt);
    }

    /// <summary>[OK] on the keypad: proves the OTP and checks that the Commander knows it too.</summary>
    public async Task<(IWorkstationCommand Outcome, WorkstationCredentials? Credentials)> CompleteAsync(
        int attempt, string session, string otp, CancellationToken cancel)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={workstation}", key, HashAlgorithmName.SHA256).CreateSigningRequest();
        var proof = PairingProof.Of(otp, request, fingerprint);
        var reply = await http.SendAsync(
            HttpMethod.Post,
            $"{address}/pairing/sessions/{session}/complete",
            new CompletePairingRequest(Convert.ToBase64String(request), Convert.ToBase64String(proof)),
            null,
            cancel).ConfigureAwait(false);
        if (!reply.Answered)
        {
            return (new NoAnswer(attempt), null);
        }

        if (!reply.Ok || reply.Read<CompletePairingResponse>() is not { } answer || !ProvesItself(answer, otp))
        {
            return (new PairingRefused(attempt), null);
        }

        var credentials = WorkstationCredentials.From(
            Convert.FromBase64String(answer.Certificate), key, X509CertificateLoader.LoadCertificate(Convert.FromBase64String(answer.Authority)));
        return (new PairingDone(attempt, credentials.TrustedUntil), credentials);
    }

    /// <summary>Tells the Commander that the session is given up, so that others need not wait.</summary>
    public Task CancelAsync(string session, CancellationToken cancel) =>
        http.SendAsync(HttpMethod.Delete, $"{address}/pairing/sessions/{session}", null, null, cancel);

    public void Dispose() => http.Dispose();

    private bool ProvesItself(CompletePairingResponse answer, string otp) =>
        PairingProof.IsRight(otp, Convert.FromBase64String(answer.Certificate), fingerprint, Convert.FromBase64String(answer.Proof));

    private bool NoteServer(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        fingerprint = SHA256.HashData(certificate!.GetRawCertData());
        return true;
    }
}

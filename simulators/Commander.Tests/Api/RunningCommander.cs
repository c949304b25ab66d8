using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using PairingLab.Commander.Api;
using PairingLab.Commander.Service;
using PairingLab.Kernel.Store;
using PairingLab.Kernel.Time;

namespace PairingLab.Commander.Tests.Api;

/// <summary>A Commander on loopback with real TLS, and its clients as one would write them with curl.</summary>
internal sealed class RunningCommander : IAsyncDisposable
{
    private readonly CommanderServer server;
    private readonly HttpClient http;

    private RunningCommander(CommanderService service, SteppedClock clock)
    {
        (Service, Clock) = (service, clock);
        server = new(service, new LinkHub(service, clock));
        http = Client(null);
    }

    public CommanderService Service { get; }

    public SteppedClock Clock { get; }

    public string Address => server.Address;

    public byte[] Fingerprint => Service.ServerCertificate.GetCertHash(HashAlgorithmName.SHA256);

    public static async Task<RunningCommander> StartAsync(
        string softwareBase = "53.29", CommanderSettings? settings = null, SmtpSender? smtp = null)
    {
        var clock = new SteppedClock();
        var service = new CommanderService(
            "commander-1", "Commander", softwareBase, settings ?? new(), new MemoryStore(), clock, CommanderCodes.Cryptographic,
            smtp);
        var running = new RunningCommander(service, clock);
        await running.server.StartAsync(new MemoryStore(), "port");
        return running;
    }

    public static HttpClient Client(X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true, AllowTlsResume = false },
        };
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificates = [certificate];
        }

        return new(handler) { Timeout = TimeSpan.FromSeconds(20) };
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null, string? token = null) =>
        PostAsync(path, body is null ? null : JsonContent.Create(body, options: LabJson.Options), token);

    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent? content, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address + path) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await http.SendAsync(request);
    }

    public Task<string> GetAsync(string path) => http.GetStringAsync(Address + path);

    public async Task<string> OpenSiteSecurityAsync()
    {
        var answer = await PostAsync("/config/sign-in", new SignInRequest("manager", CommanderUsers.ManagerPassword));
        var token = (await ReadAsync<SignInResponse>(answer)).SignIn;
        (await PostAsync("/config/site-otp", null as object, token)).EnsureSuccessStatusCode();
        (await PostAsync("/config/site-security", new SiteOtpRequest(Service.State.SiteOtp!.Code), token)).EnsureSuccessStatusCode();
        (await PostAsync("/config/pairing-service", null as object, token)).EnsureSuccessStatusCode();
        return token;
    }

    /// <summary>A session with its OTP retrieved.</summary>
    public async Task<(string Session, string Otp)> BeginAsync(string token, string workstation = "pos-1")
    {
        var begun = await ReadAsync<BeginPairingResponse>(
            await PostAsync("/pairing/sessions", new BeginPairingRequest(workstation, "Verifone", "Topaz")));
        var otp = await ReadAsync<PairingOtpResponse>(await PostAsync("/config/pairing-otp", null as object, token));
        return (begun.Session, otp.Otp);
    }

    /// <summary>Shares are exchanged; what follows from them for this request.</summary>
    public async Task<Spake2Confirmations> ConfirmationsAsync(
        string session, string otp, byte[] pkcs10, string workstation = "pos-1", byte[]? fingerprint = null)
    {
        var exchange = PairingExchange.AtWorkstation(session, otp, workstation, fingerprint ?? Fingerprint);
        var theirs = await ReadAsync<PairingShare>(await ShareAsync(session, Convert.ToBase64String(exchange.Share)));
        return exchange.Confirm(Convert.FromBase64String(theirs.Share), pkcs10);
    }

    public Task<HttpResponseMessage> ShareAsync(string session, string share) =>
        PostAsync($"/pairing/sessions/{session}/share", new PairingShare(share));

    public Task<HttpResponseMessage> CompleteAsync(string session, byte[] pkcs10, byte[] proof) =>
        PostAsync(
            $"/pairing/sessions/{session}/complete",
            new CompletePairingRequest(Convert.ToBase64String(pkcs10), Convert.ToBase64String(proof)));

    /// <summary>Pairs a workstation; its certificate with the key.</summary>
    public async Task<X509Certificate2> PairAsync(string workstation = "pos-1")
    {
        var (session, otp) = await BeginAsync(await OpenSiteSecurityAsync(), workstation);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = Requests.Of(key);
        var confirmations = await ConfirmationsAsync(session, otp, request, workstation);
        var answer = await ReadAsync<CompletePairingResponse>(await CompleteAsync(session, request, confirmations.OfA));
        Convert.FromBase64String(answer.Proof).ShouldBe(confirmations.OfB);
        return Requests.Join(Convert.FromBase64String(answer.Certificate), key);
    }

    public static async Task<T> ReadAsync<T>(HttpResponseMessage answer)
    {
        answer.IsSuccessStatusCode.ShouldBeTrue($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<T>(LabJson.Options))!;
    }

    public static async Task<string> CodeOfAsync(HttpResponseMessage answer)
    {
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
        return $"{(int)answer.StatusCode} {error.GetProperty("code").GetString()}";
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        Service.Dispose();
    }
}
